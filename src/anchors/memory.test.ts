// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { STABLE_ATTRIBUTES } from '../vocabulary/stable-attributes.ts'
import { createLook } from './look.ts'
import { createMemory, REMEMBERED_ATTRIBUTES } from './memory.ts'

let calls = 0
vi.mock(import('./dom.ts'), async (load) => {
  const dom = await load()
  const counted = Object.entries(dom).map(([name, value]) => [
    name,
    typeof value !== 'function'
      ? value
      : (...args: never[]) => {
          calls++
          return (value as (...args: never[]) => unknown)(...args)
        },
  ])
  return Object.fromEntries(counted)
})

afterEach(() => document.body.replaceChildren())

const options: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: [...STABLE_ATTRIBUTES, ...REMEMBERED_ATTRIBUTES],
}

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

const say = (words: string) => (label: Element) => label.append(words)

test.each([
  ['the text of a label', '<label for="one"></label><input id="one">', say('Dose')],
  ['the text of a label around it', '<label><i><input></i></label>', say('Dose')],
  [
    'what a label is for',
    '<label for="two">Dose</label><input id="one">',
    (label: Element) => label.setAttribute('for', 'one'),
  ],
  [
    'where it stands',
    '<label>Dose</label><input>',
    (label: Element) => label.append(label.nextElementSibling ?? ''),
  ],
])('a field is found by its label after a change of %s', (_what, html, change) => {
  const memory = createMemory()
  const observer = new MutationObserver(() => {})
  const doses = () =>
    createLook(memory.rootsOf(document), undefined, memory).withName('textbox', ['Dose'])
  document.body.innerHTML = html
  observer.observe(document, options)
  expect(doses()).toHaveLength(0)
  const label = document.querySelector('label')
  if (label) change(label)
  memory.changed(observer.takeRecords())
  observer.disconnect()
  expect(doses()).toHaveLength(1)
})

/** How often the page is asked for something by a look after what `change` does. */
function askedAfter(rows: number, change: () => void): number {
  document.body.innerHTML = `<h2>Chart</h2>${'<label>Dose <input></label><button>Save</button>'.repeat(rows)}<p></p>`
  const memory = createMemory()
  const names = { heading: ['Chart'], button: ['Discard'], textbox: ['Weight'] }
  const look = () => {
    const seen = createLook(memory.rootsOf(document), undefined, memory)
    for (const role of ['heading', 'button', 'textbox'] as const) seen.withName(role, names[role])
    seen.headingsOf(document)
  }
  const observer = new MutationObserver(() => {})
  observer.observe(document, options)
  look()
  change()
  memory.changed(observer.takeRecords())
  observer.disconnect()
  calls = 0
  look()
  return calls
}

test('a look after a change that tells nothing of what is sought asks as little of a large page as of a small one', () => {
  const change = () => document.querySelector('p')?.append('Updated', document.createElement('i'))
  const asked = askedAfter(200, change)
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBe(askedAfter(10, change))
})

test('what has gone is looked for anew after as many changes as a page may make at once', () => {
  document.body.innerHTML = '<button>Save</button>'
  const memory = createMemory()
  const observer = new MutationObserver(() => {})
  const saves = () =>
    createLook(memory.rootsOf(document), undefined, memory).withName('button', ['Save'])
  expect(saves()).toHaveLength(1)
  observer.observe(document, options)
  for (let turn = 0; turn < 3_000; turn++) document.body.append(document.createElement('i'))
  document.body.append(Object.assign(document.createElement('button'), { textContent: 'Save' }))
  memory.changed(observer.takeRecords())
  observer.disconnect()
  expect(saves()).toHaveLength(2)
})

test('read ahead in slices, with changes between them, a look finds the same', () => {
  document.body.innerHTML = '<p><button>Save</button></p>'.repeat(300)
  const memory = createMemory()
  const observer = new MutationObserver(() => {})
  observer.observe(document, options)
  let slices = 0
  const isLate = () => true
  while (!memory.readAhead(document, isLate)) {
    slices++
    document.querySelector('p')?.remove()
    document.body.insertAdjacentHTML('beforeend', '<button></button>')
    document.querySelector('body > button:last-of-type')?.append('Save')
    memory.changed(observer.takeRecords())
  }
  observer.disconnect()
  expect(slices).toBeGreaterThan(5)
  const found = createLook(memory.rootsOf(document), undefined, memory).withName('button', ['Save'])
  expect(new Set(found)).toEqual(new Set(document.querySelectorAll('button')))
})

test.each(['div', 'x-part'])('shadow roots of %s within others are all seen by one look', (tag) => {
  const memory = createMemory()
  memory.rootsOf(document)
  let at: Element | ShadowRoot = document.body
  const observer = new MutationObserver(() => {})
  observer.observe(document, options)
  for (let depth = 0; depth < 20; depth++) {
    const host = document.createElement(tag)
    at.append(host)
    at = host.attachShadow({ mode: 'open' })
  }
  memory.changed(observer.takeRecords())
  observer.disconnect()
  expect(memory.rootsOf(document)).toHaveLength(21)
})
