// @vitest-environment jsdom
import { computeAccessibleName } from 'dom-accessibility-api'
import { afterEach, expect, test } from 'vitest'
import { accessibleName, normalise } from './accessible-name.ts'

afterEach(() => document.body.replaceChildren())

function element(html: string): Element {
  document.body.innerHTML = html
  const found = document.querySelector('[data-it]')
  if (!found) throw new Error('the fixture marks no element')
  return found
}

/** Beside dom-accessibility-api, which Testing Library uses, on the same elements. */
test.each([
  ['text of a button', '<button data-it>Record <b>vitals</b></button>', 'Record vitals'],
  ['aria-label', '<button data-it aria-label="Close"><svg></svg></button>', 'Close'],
  ['label for', '<label for="f">Pulse</label><input id="f" data-it>', 'Pulse'],
  ['label around', '<label>Weight <input data-it></label>', 'Weight'],
  [
    'aria-labelledby',
    '<i id="a">Blood</i> <i id="b">pressure</i><input data-it aria-labelledby="a b">',
    'Blood pressure',
  ],
  ['image in a link', '<a href="#" data-it><img alt="Home"></a>', 'Home'],
  ['svg title', '<button data-it><svg><title>Add</title></svg></button>', 'Add'],
  [
    'hidden parts are silent',
    '<button data-it>Save<span aria-hidden="true"> x</span><span hidden>!</span></button>',
    'Save',
  ],
  ['legend', '<fieldset data-it><legend>Sex</legend></fieldset>', 'Sex'],
  ['submit without words', '<input type="submit" data-it>', 'Submit'],
  ['words of an input button', '<input type="button" value="Go" data-it>', 'Go'],
  ['title as a last resort', '<button data-it title="More"></button>', 'More'],
  ['heading', '<h2 data-it>Vitals and <span>biometrics</span></h2>', 'Vitals and biometrics'],
  ['role with content', '<div role="tab" data-it>Results</div>', 'Results'],
])('%s', (_, html, expected) => {
  const it = element(html)
  expect(accessibleName(it)).toBe(expected)
  expect(normalise(computeAccessibleName(it))).toBe(expected)
})

test('a placeholder is the last resort, as HTML-AAM has it', () => {
  expect(accessibleName(element('<input data-it placeholder="Search">'))).toBe('Search')
})

test('a region is not named by all that it holds', () => {
  expect(accessibleName(element('<div role="region" data-it>John Wilson</div>'))).toBe('')
})

test('an element without a role is named by its words where it alone is pressed', () => {
  expect(accessibleName(element('<li><a tabindex="0" data-it>Select all</a></li>'))).toBe(
    'Select all',
  )
  expect(accessibleName(element('<div data-it>John Wilson</div>'))).toBe('')
  const holder = '<div tabindex="0" data-it>John Wilson <button>Open</button></div>'
  expect(accessibleName(element(holder))).toBe('')
})

test('what was typed is no part of a name', () => {
  const field = element('<input data-it>') as HTMLInputElement
  field.value = 'Wilson'
  expect(accessibleName(field)).toBe('')
})

test('a name of a megabyte is cut, and ends', () => {
  const it = element('<button data-it></button>')
  it.textContent = 'x'.repeat(1_000_000)
  expect(accessibleName(it)).toHaveLength(400)
})

test('a label that names itself does not run for ever', () => {
  expect(
    accessibleName(element('<b id="a" data-it role="button" aria-labelledby="a">Go</b>')),
  ).toBe('Go')
})

test('invisible and doubled white space does not tell names apart', () => {
  expect(normalise(' Add\u200b  \n to\u00a0list ')).toBe('Add to list')
})
