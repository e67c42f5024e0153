// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { choosePlace, type Place } from './choose-place.ts'

const CALLOUT = { width: 340, height: 160 }
const GAP = 14

/** Each element stands where its `data-at` says: left, top, width, height. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [x, y, width, height] = (this.getAttribute('data-at') ?? '0 0 0 0').split(' ').map(Number)
    return new DOMRect(x, y, width, height)
  })
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1400)
  vi.stubGlobal('innerHeight', 900)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

function place(html: string, present?: Place) {
  document.body.innerHTML = html
  const target = document.querySelector('#target')
  if (target === null) throw new Error('no #target')
  return choosePlace(target, CALLOUT, GAP, present)
}

test('on an empty page it stands nearest: below', () => {
  expect(place('<button id="target" data-at="600 400 80 40">Add</button>')?.side).toBe('bottom')
})

test('it stands beside the form rather than on what else the form holds', () => {
  const found = place(`<form data-at="940 50 400 850">
    <button data-at="945 100 10 40">?</button>
    <input id="target" data-at="960 100 360 40" /><input data-at="960 160 360 40" />
  </form>`)
  expect(found?.side).toBe('left')
  expect(found?.reference().left).toBe(940)
})

test('a label that stands for a hidden box is not covered either', () => {
  const found = place(`<form data-at="940 50 400 850">
    <input id="target" data-at="960 100 360 40" />
    <input type="checkbox" data-at="940 170 1 1" /><label data-at="960 160 100 20">Cough</label>
  </form>`)
  expect(found?.side).toBe('left')
})

test('the end of a wide label or button is sooner covered than the middle of two', () => {
  const found = place(`<main>
    <input id="target" data-at="135 132 180 22" />
    <label data-at="40 168 360 22">Your password</label><input data-at="160 168 175 22" />
    <button data-at="40 204 360 22">Open signature</button>
  </main>`)
  expect(found?.side).toBe('right')
})

test.each([
  ['a field that opens a list', '<input id="target" role="combobox" data-at="600 100 360 40" />'],
  ['a search', '<input id="target" type="search" data-at="600 100 360 40" />'],
])('below %s is left free for what comes up there', (_, html) => {
  expect(place(html)?.side).not.toBe('bottom')
})

test('it stays where it is for one control that comes up there, and goes for two', () => {
  const target = '<button id="target" data-at="600 400 80 40">Add</button>'
  const row = (y: number) => `<button data-at="600 ${y} 80 20">Choose</button>`
  const below = place(target)
  expect(below?.side).toBe('bottom')
  expect(place(target + row(470), below)).toBe(below)
  expect(place(target + row(470) + row(500), below)?.side).not.toBe('bottom')
})

test('where it fits nowhere beside the target, there is no place', () => {
  expect(place('<main id="target" data-at="0 0 1400 900"></main>')).toBeUndefined()
})
