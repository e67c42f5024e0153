// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { boxOf, queryAll } from '../anchors/dom.ts'
import { clearCorner } from './free-corner.ts'

/** Each element stands where its `data-at` says: left, top, width, height. */
beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const [x, y, width, height] = (this.getAttribute('data-at') ?? '0 0 0 0').split(' ').map(Number)
    return new DOMRect(x, y, width, height)
  })
  vi.stubGlobal('innerWidth', 900)
  vi.stubGlobal('innerHeight', 600)
})
afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

test.each([
  ['no frame', [], 'bottom-start'],
  ['one in the middle', ['400 200 100 100'], 'bottom-start'],
  ['one at the bottom, by the start', ['180 250 260 240'], 'bottom-end'],
  ['one along the bottom', ['0 300 900 300'], 'top-end'],
  ['one that is all of the page but a column', ['0 0 880 600', '0 0 0 0'], 'bottom-end'],
])('%s', (_what, places, corner) => {
  document.body.innerHTML = places.map((at) => `<iframe data-at="${at}"></iframe>`).join('')
  const panel = document.body.appendChild(document.createElement('section'))
  panel.setAttribute('data-at', '0 0 340 150')
  const frames = queryAll(document, 'iframe').map(boxOf)
  expect(clearCorner(document, panel, frames).corner).toBe(corner)
})
