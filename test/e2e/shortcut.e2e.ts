import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askWorker } from '../../demo/browser/settings.ts'
import { tabIdOf } from './helpers/extension-page.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'

declare const chrome: {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> }
}

describe.each(BROWSERS)('help by key, in %s', (kind) => {
  let session: FixtureSession
  let page: Page
  let overlay: OverlayDriver
  let tabId: number

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    page = await session.loaded.browser.newPage()
    overlay = overlayOf(page)
    await page.goto(`${session.site.origin}/hints`)
    tabId = await tabIdOf(session.loaded, session.site.origin)
  })
  afterAll(() => session?.stop())
  beforeEach(() => page.bringToFront())

  /** As the worker does it when the browser tells of the keys: no driver can press a browser's own. */
  async function toggle(): Promise<void> {
    await askWorker(session.loaded, 'toggle-help', { tabId })
    await page.bringToFront()
  }
  const focused = () => page.evaluate(() => document.activeElement?.id)

  test('the browser knows the keys, and the person can change them', async () => {
    const options = await session.loaded.openExtension('src/options/index.html')
    const commands = await options.evaluate(() => chrome.commands.getAll())
    await options.close()
    expect(commands.find(({ name }) => name === 'toggle-help')?.shortcut).toMatch(
      /^(Alt\+Shift\+H|⌥⇧H)$/,
    )
  })

  test('they open the panel with the focus in its search, and give it back', async () => {
    await overlay.onScreen('hints')
    await page.focus('#reason')
    await toggle()
    await overlay.waitFor('help-panel')
    await page.keyboard.type('referral')
    await overlay.waitFor('results')
    await toggle()
    await overlay.isGone('help-panel')
    expect(await focused()).toBe('reason')
    await toggle()
    await overlay.waitFor('help-panel')
    await page.keyboard.press('Escape')
    await overlay.isGone('help-panel')
    expect(await focused()).toBe('reason')
    expect(await page.$eval('#reason', (field) => (field as HTMLInputElement).value)).toBe('')
  })

  test('while the app alerts, they open nothing', async () => {
    await page.evaluate('alertNow()')
    await overlay.isGone('launcher')
    await toggle()
    await page.evaluate(() => document.querySelector('[role="alertdialog"]')?.remove())
    await overlay.waitFor('launcher')
    await overlay.isGone('help-panel')
  })

  test('on a screen that no pack knows, they open what there is', async () => {
    await page.goto(`${session.site.origin}/unknown`)
    await toggle()
    await overlay.waitFor('help-panel')
    await overlay.onScreen('')
  })
})
