import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { press } from './helpers/openmrs.ts'
import { type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'

/** Who has typed nothing for so long pauses: as in `src/content/typing.ts`, which is for pages only. */
const TYPING_PAUSE_MS = 1_500
/** Keys come faster than any pause, for longer than one. */
const KEYS = 60
const BETWEEN_KEYS_MS = 40

describe.each(BROWSERS)('nothing comes up while somebody types or signs, in %s', (kind) => {
  let session: FixtureSession
  let page: Page
  let overlay: OverlayDriver

  beforeAll(async () => {
    session = await startFixtureSession(kind)
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    page = await session.loaded.browser.newPage()
    overlay = overlayOf(page)
    await page.goto(`${session.site.origin}/quiet`)
    await overlay.start('give-dose')
    await overlay.atStep('dose')
  })
  afterEach(() => page?.close())

  const stepShown = () => page.$('>>> [data-step="confirm"]')

  test('the next step waits while keys come, and comes at the pause', async () => {
    const field = await page.waitForSelector('#dose')
    await field?.click()
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.type('7', { delay: BETWEEN_KEYS_MS })
      expect(await stepShown()).toBeNull()
    }
    await page.waitForSelector('#confirm')
    const from = Date.now()
    await overlay.atStep('confirm')
    expect(Date.now() - from).toBeLessThan(2 * TYPING_PAUSE_MS)
  })

  test('it comes at once when the field is left', async () => {
    const field = await page.waitForSelector('#dose')
    await field?.type('72')
    await page.waitForSelector('#confirm')
    const from = Date.now()
    await page.keyboard.press('Tab')
    // The password field that has the focus now keeps it back.
    await page.keyboard.press('Tab')
    await overlay.atStep('confirm')
    expect(Date.now() - from).toBeLessThan(TYPING_PAUSE_MS)
  })

  test('a password field that has the focus silences it, and what is left comes back', async () => {
    await press(page, '#password')
    await overlay.isGone('callout')
    await overlay.waitFor('launcher')
    await press(page, '#dose')
    await overlay.atStep('dose')
  })

  test('so does a part of the page that the pack says is for signing', async () => {
    await press(page, '#open')
    await overlay.isGone('callout')
    await press(page, '#sign')
    await overlay.atStep('dose')
  })
})
