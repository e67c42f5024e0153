import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'

/** Within this time (ms) nothing of ours may lie over an alert of the app's. */
const SILENT_WITHIN_MS = 100
/** A machine that runs other tests loses frames: of so many alerts the middle one counts. */
const ALERTS = 5

const KINDS = {
  'an alertdialog': '<div role="alertdialog" aria-label="Allergy" class="stop">Allergic</div>',
  'a modal dialog':
    '<div role="dialog" aria-modal="true" aria-label="Stop" class="stop">Stop</div>',
  'a native modal dialog': '<dialog aria-label="Stop" class="stop">Stop</dialog>',
} as const

describe.each(BROWSERS)('alerts of the app, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind)
  })
  afterAll(() => session?.stop())

  test.each(Object.entries(KINDS))('%s is never covered for long', async (_name, html) => {
    const page = await session.loaded.browser.newPage()
    const overlay = overlayOf(page)
    await page.bringToFront()
    await page.goto(`${session.site.origin}/hints`)
    await overlay.start('refer')
    const gone: number[] = []
    while (gone.length < ALERTS) {
      await overlay.atStep('send')
      gone.push(await page.evaluate(alertAndWatch, html))
      await page.evaluate(() => document.querySelector('.stop')?.remove())
    }
    expect(gone.toSorted((a, b) => a - b)[2]).toBeLessThanOrEqual(SILENT_WITHIN_MS)
    await overlay.atStep('send')
    await page.close()
  })
})

/** Runs in the page: brings up an alert over all of it, and tells for how many ms any of ours was to be seen. */
async function alertAndWatch(html: string): Promise<number> {
  const root = document.querySelector(':root > div[popover="manual"]')?.shadowRoot
  const isSeen = () =>
    [...(root?.querySelectorAll('.card, .launcher, .ring, .beacon') ?? [])].some((part) =>
      part.checkVisibility({ visibilityProperty: true }),
    )
  if (!isSeen()) throw new Error('Nothing of Handrail is to be seen before the alert')
  document.body.insertAdjacentHTML('beforeend', html)
  const alert = document.querySelector<HTMLElement>('.stop')
  Object.assign(alert?.style ?? {}, { position: 'fixed', inset: '0', background: '#fee' })
  if (alert instanceof HTMLDialogElement) alert.showModal()
  const from = performance.now()
  let last = 0
  while (performance.now() - from < 500) {
    await new Promise(requestAnimationFrame)
    if (isSeen()) last = performance.now() - from
  }
  return last
}
