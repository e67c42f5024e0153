// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { createModals } from './modals.ts'

afterEach(() => document.body.replaceChildren())

const alert = '<div role="alertdialog">Allergic</div>'

test('a page is searched once, and anew when a change may have brought an alert', () => {
  document.body.innerHTML = '<main></main>'
  const asked = vi.spyOn(Document.prototype, 'querySelectorAll')
  const modals = createModals()
  expect(modals.in([document])).toHaveLength(0)
  expect(modals.in([document])).toHaveLength(0)
  expect(asked.mock.calls.length).toBeLessThan(2)
  document.body.insertAdjacentHTML('beforeend', alert)
  modals.forget()
  expect(modals.in([document])).toHaveLength(1)
})

test('what was modal and is no more is none', () => {
  document.body.innerHTML = '<div role="dialog" aria-modal="true">Sign</div>'
  const modals = createModals()
  expect(modals.in([document])).toHaveLength(1)
  document.querySelector('div')?.removeAttribute('aria-modal')
  expect(modals.in([document])).toHaveLength(0)
})

test('a shadow root that is new to it is searched', () => {
  document.body.innerHTML = '<div></div>'
  const modals = createModals()
  expect(modals.in([document])).toHaveLength(0)
  const root = document.querySelector('div')?.attachShadow({ mode: 'open' })
  if (!root) throw new Error('no root')
  root.innerHTML = alert
  expect(modals.in([document, root])).toHaveLength(1)
})
