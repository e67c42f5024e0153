// @vitest-environment jsdom
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { type AriaRole, STABLE_ATTRIBUTES } from '../vocabulary/evidence.ts'
import { openRoots, type Root } from './dom.ts'
import { createLook } from './look.ts'
import { createMemory, REMEMBERED_ATTRIBUTES } from './memory.ts'

afterEach(() => document.body.replaceChildren())

const TAGS = ['div', 'button', 'label', 'input', 'a', 'h2', 'span', 'header', 'section', 'li']
const WORDS = ['Save', 'Save order', 'Dose', 'Order', '']
const ATTRIBUTES = {
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
  fc.record({ do: fc.constant('open a shadow' as const), at: spot }),
  fc.record({ do: fc.constant('look' as const) }),
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** A page that anything may happen to, off the page too. */
function createStage() {
  const all: Element[] = [document.body]
  const pick = (at: number) => all[at % all.length] ?? document.body
  const inside = (element: Element): ParentNode & Node => element.shadowRoot ?? element
  return function take(what: Exclude<Act, { do: 'look' }>): void {
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
    else if (what.do === 'move' && !element.contains(pick(what.to))) pick(what.to).append(element)
    else if (what.do === 'open a shadow' && element.localName === 'div' && !element.shadowRoot)
      element.attachShadow({ mode: 'open' })
  }
}

function candidates(roots: readonly Root[], memory = createMemory()) {
  const look = createLook(roots, undefined, memory)
  return ROLES.flatMap((role) => WORDS.map((name) => look.withName(role, [name])))
}

test('a look that remembers sees what one without a memory sees', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      document.body.replaceChildren()
      for (const { name } of [...document.body.attributes]) document.body.removeAttribute(name)
      const memory = createMemory()
      const observer = new MutationObserver(memory.changed)
      observer.observe(document, options)
      const take = createStage()
      for (const what of [...acts, { do: 'look' as const }]) {
        if (what.do !== 'look') {
          take(what)
          continue
        }
        memory.changed(observer.takeRecords())
        const roots = openRoots(document)
        expect(candidates(roots, memory)).toEqual(candidates(roots))
        for (const root of roots) observer.observe(root, options)
      }
      observer.disconnect()
    }),
    { numRuns: 300 },
  )
}, 60_000)

const memory = createMemory()
const observer = new MutationObserver(() => {})

test.each([
  ['deep inside', (button: Element) => button.querySelector('i')?.append('Save')],
  [
    'off the page, where nobody is told',
    (button: Element) => {
      const around = button.parentElement
      around?.remove()
      memory.changed(observer.takeRecords())
      observer.disconnect()
      button.querySelector('i')?.append('Save')
      observer.observe(document, options)
      document.body.append(around ?? '')
    },
  ],
])('a change of its words %s is seen', (_where, change) => {
  document.body.innerHTML = '<div><button><b><i></i></b></button></div>'
  observer.observe(document, options)
  const saves = () => createLook([document], undefined, memory).withName('button', ['Save'])
  expect(saves()).toHaveLength(0)
  const button = document.querySelector('button')
  if (button) change(button)
  memory.changed(observer.takeRecords())
  observer.disconnect()
  expect(saves()).toEqual([button])
})
