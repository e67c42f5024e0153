// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryAll } from '../anchors/dom.ts'
import { controlsInView } from './controls-in-view.ts'

const VIEW = { width: 1400, height: 900 }

/** Each element stands where its `data-at` says: left, top, width, height; the others fill the view. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [x, y, width, height] = (this.getAttribute('data-at') ?? '0 0 1400 900')
      .split(' ')
      .map(Number)
    return new DOMRect(x, y, width, height)
  })
})
afterEach(() => document.body.replaceChildren())

const many = (at: string) =>
  Array.from({ length: 100 }, () => `<p><button data-at="${at}"></button></p>`).join('')

function found(html: string): string[] {
  document.body.innerHTML = html
  return controlsInView(document.documentElement, VIEW).map(({ element }) => element.id)
}

test('those in view are found, those out of view are not', () => {
  expect(
    found(`<button id="in" data-at="10 10 50 20"></button><button data-at="10 910 50 20"></button>
      <a href="#" id="link" data-at="-10 10 50 20"></a><a data-at="10 10 50 20"></a>`),
  ).toEqual(['in', 'link'])
})

test('a long page above the view hides none of them, and is not searched', () => {
  const asked = vi.spyOn(Element.prototype, 'querySelectorAll')
  const above = `<section data-at="0 -9000 1400 8000">${many('0 -9000 50 20')}</section>`
  const here = `<section>${many('0 910 50 20')}<p><button id="in" data-at="0 0 50 20"></button></p></section>`
  expect(found(`<main>${above.repeat(5)}${here}</main>`)).toEqual(['in'])
  const searched = asked.mock.contexts.map((part) => (part as Element).closest('section'))
  expect(searched).not.toContain(queryAll(document, 'section')[0])
})

test('a part without a size may hold what stands in the view', () => {
  const over = `<div data-at="0 0 0 0">${many('0 910 50 20')}<button id="over" data-at="0 0 50 20"></button></div>`
  expect(found(over)).toEqual(['over'])
})

test('a label with much in it is one, and so is what it holds', () => {
  const label = `<label id="label" data-at="0 0 300 300"><input id="box" data-at="0 0 20 20">${'<i></i>'.repeat(80)}</label>`
  expect(found(label)).toEqual(['label', 'box'])
})

test('a page that is 500 elements deep is not gone into one by one', () => {
  document.body.innerHTML = '<p></p>'
  let deepest: Element = document.body
  for (let level = 0; level < 500; level++)
    deepest = deepest.appendChild(document.createElement('div'))
  deepest.append(Object.assign(document.createElement('button'), { id: 'deep' }))
  const asked = vi.mocked(Element.prototype.getBoundingClientRect)
  asked.mockClear()
  const found = controlsInView(document.documentElement, VIEW)
  expect(found.map(({ element }) => element.id)).toEqual(['deep'])
  expect(asked.mock.calls.length).toBeLessThan(60)
})
