// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { STABLE_ATTRIBUTES } from '../vocabulary/stable-attributes.ts'
import { hostOf, openRoots, type Root } from './dom.ts'
import { createLook } from './look.ts'
import { createMemory, type Memory, REMEMBERED_ATTRIBUTES } from './memory.ts'

afterEach(() => document.body.replaceChildren())

const TAGS = [
  ...['div', 'button', 'label', 'input', 'a', 'h2', 'span', 'header', 'section', 'li', 'select'],
  ...['footer', 'article', 'x-part'],
]
const WORDS = ['Save', 'Save order', 'Dose', 'Order', '']
/** The same lists in each look, as those of a pack are: what was found for them is kept. */
const NAMES = WORDS.map((word) => [word])
const ATTRIBUTES = {
  'aria-hidden': ['true'],
  'aria-label': WORDS,
  'aria-labelledby': ['one', ''],
  id: ['one', 'two'],
  for: ['one', 'two'],
  role: ['button', 'link', 'none', ''],
  tabindex: ['0'],
  title: WORDS,
  placeholder: WORDS,
  href: ['#/a'],
  type: ['checkbox', 'text', 'submit'],
} as const
const ROLES: AriaRole[] = [
  'button',
  'link',
  'textbox',
  'checkbox',
  'heading',
  'generic',
  'listitem',
  'region',
  'banner',
  'combobox',
]

const options: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [...STABLE_ATTRIBUTES, ...REMEMBERED_ATTRIBUTES],
}

const spot = fc.nat(1_000)
const act = fc.oneof(
  fc.record({ do: fc.constant('add' as const), at: spot, tag: fc.constantFrom(...TAGS) }),
  fc.record({ do: fc.constant('say' as const), at: spot, words: fc.constantFrom(...WORDS) }),
  fc.record({
    do: fc.constant('mark' as const),
    at: spot,
    mark: fc
      .constantFrom(...Object.entries(ATTRIBUTES))
      .chain(([name, values]) => fc.tuple(fc.constant(name), fc.constantFrom(...values))),
  }),
  fc.record({
    do: fc.constant('unmark' as const),
    at: spot,
    name: fc.constantFrom(...Object.keys(ATTRIBUTES)),
  }),
  fc.record({ do: fc.constant('move' as const), at: spot, to: spot }),
  fc.record({ do: fc.constant('take off' as const), at: spot }),
  fc.record({ do: fc.constant('put back' as const), at: spot }),
  fc.record({
    do: fc.constant('open a shadow' as const),
    at: spot,
    mode: fc.constantFrom('open' as const, 'open' as const, 'closed' as const),
  }),
  fc.record({ do: fc.constant('look' as const) }),
  fc.record({ do: fc.constant('read ahead' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

const HOSTS = new Set(['div', 'x-part', 'h2'])

function isAround(element: Element, inner: Node): boolean {
  for (let at: Node | null = inner; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === element) return true
  return false
}

/** A page that anything may happen to, off the page too. */
function createStage() {
  const all: Element[] = [document.body]
  const pick = (at: number) => all[at % all.length] ?? document.body
  const shadows = new Map<Element, ShadowRoot>()
  const inside = (element: Element): ParentNode & Node => shadows.get(element) ?? element
  return function take(what: Exclude<Act, { do: 'look' | 'read ahead' }>): void {
    const element = pick(what.at)
    if (what.do === 'add') {
      const made = document.createElement(what.tag)
      all.push(made)
      inside(element).append(made)
    } else if (what.do === 'say') inside(element).append(what.words)
    else if (what.do === 'mark') element.setAttribute(...what.mark)
    else if (what.do === 'unmark') element.removeAttribute(what.name)
    else if (element === document.body) return
    else if (what.do === 'take off') element.remove()
    else if (what.do === 'put back') document.body.append(element)
    else if (what.do === 'move' && !isAround(element, pick(what.to)))
      inside(pick(what.to)).append(element)
    else if (what.do === 'open a shadow' && HOSTS.has(element.localName) && !shadows.has(element))
      shadows.set(element, element.attachShadow({ mode: what.mode }))
  }
}

const numbers = new Map<Element | undefined, number>()
/** Elements by number: two that are alike are not the same. */
function numberOf(element: Element | undefined): number {
  const number = numbers.get(element) ?? numbers.size
  numbers.set(element, number)
  return number
}
const numbersOf = (elements: readonly Element[]) => elements.map(numberOf).toSorted((a, b) => a - b)

/** All that a look finds by role, in no order but for headings. */
function seenBy(roots: readonly Root[], memory?: Memory) {
  const look = createLook(roots, undefined, memory)
  return {
    byName: ROLES.map((role) => NAMES.map((names) => numbersOf(look.withName(role, names)))),
    byRole: ROLES.map((role) => numbersOf(look.ofRole(role))),
    unnamed: ROLES.map((role) => numbersOf(look.unnamedOf(role))),
    headings: new Map(
      roots.map((root) => [numberOf(hostOf(root)), look.headingsOf(root).map(numberOf)]),
    ),
  }
}

test('a look that remembers sees what one without a memory sees', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      document.body.replaceChildren()
      numbers.clear()
      for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name)
      const memory = createMemory()
      const observer = new MutationObserver(memory.changed)
      observer.observe(document, options)
      const take = createStage()
      for (const what of [...acts, { do: 'look' as const }]) {
        if (what.do === 'read ahead') {
          memory.changed(observer.takeRecords())
          memory.readAhead(document, () => true)
          continue
        }
        if (what.do !== 'look') {
          take(what)
          continue
        }
        memory.changed(observer.takeRecords())
        // Nothing has come between the two, as within a look.
        memory.readAhead(document, () => false)
        memory.rootsOf(document)
        const roots = memory.allRootsOf(document)
        expect(seenBy(roots, memory)).toEqual(seenBy(openRoots(document)))
        for (const root of roots) observer.observe(root, options)
      }
      observer.disconnect()
    }),
    { numRuns: 300 },
  )
}, 60_000)
