// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { mayAlert } from './modals.ts'
import { areOfElement, bringsAlert } from './urgent.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const find = (selector: string): Element => {
  const element = document.querySelector(selector)
  if (element === null) throw new Error(`No ${selector}`)
  return element
}

/** What an observer is told of a change to a table with an 'Edit' in its first row. */
function told(change: () => void): { changes: MutationRecord[]; edit: Element } {
  document.body.innerHTML =
    '<main><table><tr id="one"><td>Ann</td><td><button>Edit</button></td></tr><tr id="two"><td>Ben</td></tr></table></main><p>…</p>'
  const edit = find('button')
  const observer = new MutationObserver(() => {})
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  })
  change()
  return { changes: observer.takeRecords(), edit }
}

test.each([
  ['its words', () => find('button').append('!')],
  ['the record in its row', () => find('#one td').replaceChildren('Cleo')],
  ['how its table is shown', () => find('table').setAttribute('class', 'folded')],
  ['that it is off the page', () => find('#one').remove()],
  ['that all of it is drawn anew', () => find('main').replaceChildren()],
])('of what is pointed at: %s', (_what, change) => {
  const { changes, edit } = told(change)
  // Taken off: the last look's element is still the one that is asked about.
  expect(areOfElement(changes, edit)).toBe(true)
})

test.each([
  ['another row', () => find('#two td').append('!')],
  ['a row that comes in', () => find('table').append(document.createElement('tr'))],
  ['another part of the page', () => find('p').setAttribute('class', 'new')],
])('not of it: %s', (_what, change) => {
  const { changes, edit } = told(change)
  expect(areOfElement(changes, edit)).toBe(false)
  expect(areOfElement(changes, undefined)).toBe(false)
})

test.each([
  ['<div role="alertdialog"></div>', true],
  ['<section><div aria-modal="true"></div></section>', true],
  ['<dialog></dialog>', true],
  ['<section><div></div></section>', false],
])('%s may silence Handrail: %s', (html, isSo) => {
  const { changes } = told(() => find('p').insertAdjacentHTML('afterend', html))
  expect(changes.some(mayAlert)).toBe(isSo)
})

test('a dialog that becomes modal may', () => {
  const { changes } = told(() => find('p').setAttribute('aria-modal', 'true'))
  expect(changes.some(mayAlert)).toBe(true)
})

const addToPage = (html: string) => () => find('main').insertAdjacentHTML('afterend', html)

test.each<[string, () => void]>([
  ['an alert', addToPage('<p role="alertdialog">Allergic</p>')],
  ['one with parts around it', addToPage('<div><p role="alertdialog">Allergic</p></div>')],
  ['a modal dialog', addToPage('<div role="dialog" aria-modal="true">Stop</div>')],
  ['a part that becomes an alert', () => find('main').setAttribute('role', 'alertdialog')],
])('%s silences Handrail before any look', (_what, change) => {
  const { changes, edit } = told(change)
  expect(bringsAlert(changes, edit)).toBe(true)
})

test.each<[string, () => void]>([
  ['a dialog beside which the page goes on', addToPage('<div role="dialog">Note</div>')],
  ['an alert that is not drawn', addToPage('<p role="alertdialog" data-no-size>Allergic</p>')],
  ['the modal dialog of the target', () => find('main').setAttribute('aria-modal', 'true')],
  ['an alert that goes', () => find('p').remove()],
])('%s does not', (_what, change) => {
  const { changes, edit } = told(change)
  expect(bringsAlert(changes, edit)).toBe(false)
})
