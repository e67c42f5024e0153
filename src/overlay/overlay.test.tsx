// @vitest-environment jsdom
import { useState } from 'preact/hooks'
import { act } from 'preact/test-utils'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { pickLanguage } from '../words/pick-language.ts'
import type { GuideActions } from './guide.ts'
import { removeLeftovers } from './leftovers.ts'
import { createOverlay } from './overlay.tsx'
import { calmView } from './testing/calm-view.ts'

const fault = new Error('unforeseen')
let spoil = () => {}
vi.mock('./root.tsx', () => ({
  Root() {
    const [isBad, setBad] = useState(false)
    spoil = () => setBad(true)
    if (isBad) throw fault
    return <p>Help</p>
  },
}))
// jsdom has no top layer, and no sheets that are adopted.
beforeEach(() => {
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} })
  vi.stubGlobal('CSSStyleSheet', function Sheet() {
    return { replaceSync() {} }
  })
})

test('a fault in what it draws by itself switches it off, and leaves the page its peace', () => {
  const fail = vi.fn<GuideActions['fail']>(() => overlay.stop())
  const overlay = createOverlay(document, pickLanguage('en'), {
    fail,
  } as Partial<GuideActions> as GuideActions)
  onTestFinished(() => overlay.stop())
  act(() => overlay.show(calmView))
  expect(overlay.host.shadowRoot?.textContent).toBe('Help')
  act(() => spoil())
  expect(fail.mock.calls).toEqual([[fault]])
  expect([overlay.host.isConnected, overlay.host.shadowRoot?.textContent]).toEqual([false, ''])
})

test('the version after it knows it, and removes it', () => {
  const overlay = createOverlay(document, pickLanguage('ar'), {} as GuideActions)
  onTestFinished(() => overlay.stop())
  act(() => overlay.show(calmView))
  expect(overlay.host.isConnected).toBe(true)
  removeLeftovers(document)
  expect(overlay.host.isConnected).toBe(false)
})
