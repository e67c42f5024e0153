// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { bringsAlert } from './urgent.ts'

withLayout()
beforeEach(() => {
  document.body.innerHTML = '<main><button>Order</button></main>'
})
afterEach(() => document.body.replaceChildren())

function of(change: (main: HTMLElement) => void) {
  const main = document.querySelector('main') as HTMLElement
  const observer = new MutationObserver(() => {})
  observer.observe(document, { subtree: true, childList: true, attributes: true })
  change(main)
  return bringsAlert(observer.takeRecords(), main.querySelector('button') ?? undefined)
}

test.each<[string, (main: HTMLElement) => void]>([
  [
    'an alert',
    (main) => main.insertAdjacentHTML('beforeend', '<p role="alertdialog">Allergic</p>'),
  ],
  [
    'one that is brought up with all around it',
    (main) => main.insertAdjacentHTML('beforeend', '<div><p role="alertdialog">Allergic</p></div>'),
  ],
  [
    'a part that becomes an alert, with the target in it',
    (main) => main.setAttribute('role', 'alertdialog'),
  ],
  [
    'a modal dialog',
    (main) =>
      main.insertAdjacentHTML('afterend', '<div role="dialog" aria-modal="true">Stop</div>'),
  ],
])('%s silences Handrail before any look', (_what, change) => {
  expect(of(change)).toBe(true)
})

test.each<[string, (main: HTMLElement) => void]>([
  [
    'a dialog beside which the page goes on',
    (main) => main.insertAdjacentHTML('afterend', '<div role="dialog">Note</div>'),
  ],
  ['the modal dialog that the target is in', (main) => main.setAttribute('aria-modal', 'true')],
  [
    'an alert that is not drawn',
    (main) =>
      main.insertAdjacentHTML('afterend', '<p role="alertdialog" data-no-size>Allergic</p>'),
  ],
  ['an alert that goes', (main) => main.querySelector('button')?.removeAttribute('role')],
])('%s does not', (_what, change) => {
  expect(of(change)).toBe(false)
})
