// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import type { Anchor } from '../vocabulary/evidence.ts'
import { createAwaited } from './awaited.ts'

afterEach(() => document.body.replaceChildren())

const SIGN: Anchor = {
  role: 'button',
  name: ['Sign the order', 'Signer'],
  attributes: { id: 'sign' },
}
const DOSE: Anchor = { role: 'textbox', label: ['Dose'] }

/** Whether any of the changes that an act makes may have brought what the recipe describes. */
function isBrought(anchor: Anchor, before: string, act: (main: Element) => void): boolean {
  document.body.innerHTML = `<main>${before}</main>`
  const observer = new MutationObserver(() => {})
  const all = { subtree: true, childList: true, characterData: true, attributes: true }
  observer.observe(document, all)
  act(document.querySelector('main') as Element)
  return observer.takeRecords().some(createAwaited(anchor))
}
const add = (html: string) => (main: Element) => main.insertAdjacentHTML('beforeend', html)
const first = (main: Element, selector: string) => main.querySelector(selector) as HTMLElement

test.each([
  ['a button of this name', '', add('<p><button>Sign the order</button></p>')],
  ['one with the name in capitals', '', add('<button>SIGN THE ORDER</button>')],
  ['the name in another language', '', add('<button>Signer</button>')],
  ['a label that is not text', '', add('<button aria-label="Sign the Order"><svg></svg></button>')],
  ['an attribute of the recipe', '', add('<div><button id="sign"></button></div>')],
  [
    'words that come later',
    '<button></button>',
    (main: Element) => first(main, 'button').append('Sign the order'),
  ],
  [
    'words that change',
    '<button>Wait</button>',
    (main: Element) => {
      ;(first(main, 'button').firstChild as Text).data = 'Sign the order'
    },
  ],
  [
    'a part that is shown',
    '<section hidden><button>Sign the order</button></section>',
    (main: Element) => first(main, 'section').removeAttribute('hidden'),
  ],
  [
    'an attribute that is set',
    '<button></button>',
    (main: Element) => first(main, 'button').setAttribute('id', 'sign'),
  ],
  ['a whole screen', '', add(`<p>${'many words of an app '.repeat(2_000)}</p>`)],
])('may have brought it: %s', (_what, before, act) => {
  expect(isBrought(SIGN, before, act)).toBe(true)
})

test('a label may have brought its field', () => {
  expect(isBrought(DOSE, '', add('<label>Dose (mg) <input></label>'))).toBe(true)
})

test.each([
  ['another button', '<i></i>', add('<button>Sign in</button>')],
  ['rows of a table', '', add('<table><tr><td>Potassium</td><td>4.1</td></tr></table>')],
  [
    'a clock that ticks',
    '<time>10:00</time>',
    (main: Element) => {
      ;(first(main, 'time').firstChild as Text).data = '10:01'
    },
  ],
  [
    'what is taken away',
    '<button>Sign the order</button>',
    (main: Element) => main.replaceChildren(),
  ],
  ['a comment', '', (main: Element) => main.append(document.createComment('Sign the order'))],
  [
    'a style of another part',
    '<p>Other</p>',
    (main: Element) => first(main, 'p').setAttribute('style', 'color: red'),
  ],
])('has not brought it: %s', (_what, before, act) => {
  expect(isBrought(SIGN, before, act)).toBe(false)
})

test('of a recipe without a name, label or attribute, no change says so', () => {
  const anchor: Anchor = { role: 'button', icon: ['plus'], path: 'main > button' }
  expect(isBrought(anchor, '', add('<button>Anything</button>'))).toBe(false)
})
