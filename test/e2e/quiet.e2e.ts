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
    session = await startFixtureSession(kind, 'on')
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    page = await session.loaded.browser.newPage()
    overlay = overlayOf(page)
  })
  afterEach(() => page?.close())

  const stepShown = (id: string) => page.$(`>>> [data-step="${id}"]`)
  async function startDose(): Promise<void> {
    await page.goto(`${session.site.origin}/quiet`)
    await overlay.start('give-dose')
    await overlay.atStep('dose')
  }

  test('the next step waits while keys come, and comes at the pause', async () => {
    await startDose()
    const field = await page.waitForSelector('#dose')
    await field?.click()
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.type('7', { delay: BETWEEN_KEYS_MS })
      expect(await stepShown('confirm')).toBeNull()
    }
    await page.waitForSelector('#confirm')
    const from = Date.now()
    await overlay.atStep('confirm')
    expect(Date.now() - from).toBeLessThan(2 * TYPING_PAUSE_MS)
  })

  test('it comes at once when the field is left', async () => {
    await startDose()
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
    await startDose()
    await press(page, '#password')
    await overlay.isGone('callout')
    await overlay.waitFor('launcher')
    await press(page, '#dose')
    await overlay.atStep('dose')
  })

  test('so does a part of the page that the pack says is for signing', async () => {
    await startDose()
    await press(page, '#open')
    await overlay.isGone('callout')
    await press(page, '#sign')
    await overlay.atStep('dose')
  })

  test.each(['/frames', '/frames?cross'])(
    'typing in a frame silences its page too, at %s',
    async (path) => {
      await page.goto(`${session.site.origin}${path}`)
      await overlay.start('beside-note')
      await overlay.atStep('look')
      await page.evaluate('open()')
      const frame = await page.waitForFrame((one) => one.url().endsWith('/note'))
      await (await frame.waitForSelector('textarea'))?.click()
      const key = () => page.keyboard.type('7', { delay: BETWEEN_KEYS_MS })
      for (let keys = 0; keys < KEYS; keys++) await key()
      await page.evaluate('arrive()')
      for (let keys = 0; keys < KEYS; keys++) {
        await key()
        expect(await stepShown('there')).toBeNull()
      }
      await overlay.atStep('there')
    },
  )
})
