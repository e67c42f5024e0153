import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectPointedAt } from './helpers/expectations.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { press } from './helpers/openmrs.ts'
import { type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'

describe.each(BROWSERS)('a walkthrough goes on where the person is, in %s', (kind) => {
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
    await page.goto(`${session.site.origin}/tabs`)
  })
  afterEach(() => page?.close())

  /** The tab that the app opens. */
  async function openTab(): Promise<Page> {
    const opened = session.loaded.browser.waitForTarget((target) =>
      target.url().endsWith('/tabs/chart'),
    )
    await press(page, '#open')
    const tab = await (await opened).page()
    if (!tab) throw new Error('the app has opened no tab')
    return tab
  }

  test('into a tab that the app opens, and back when that is closed', async () => {
    await overlay.start('across-tabs')
    await expectPointedAt(page, overlay, 'open', '#open')
    const tab = await openTab()
    const there = overlayOf(tab)
    await there.atStep('reading.look')
    await there.pressInCallout('Next')
    await expectPointedAt(tab, there, 'reading.mark', '#read')
    expect(await page.$('>>> [data-testid="callout"]')).toBeNull()
    await tab.close()
    await page.bringToFront()
    await overlay.waitFor('waiting')
    await page.goto(`${session.site.origin}/tabs/chart`)
    await expectPointedAt(page, overlay, 'reading.mark', '#read')
  })

  test('through what it calls, step by step, back, and after a reload', async () => {
    await overlay.start('across-tabs')
    await overlay.atStep('open')
    await page.goto(`${session.site.origin}/tabs/chart`)
    const callout = await overlay.atStep('reading.look')
    expect(await callout?.evaluate((one) => one.getAttribute('aria-label'))).toContain('2')
    await overlay.pressInCallout('Next')
    await overlay.atStep('reading.mark')
    await page.reload()
    await expectPointedAt(page, overlay, 'reading.mark', '#read')
    await press(page, '#read')
    await overlay.atStep('end')
    await overlay.pressInCallout('Back')
    await overlay.atStep('reading.mark')
    await overlay.pressInCallout('Back')
    await overlay.atStep('reading.look')
    await overlay.pressInCallout('Next')
    await press(page, '#read')
    await overlay.atStep('end')
    await overlay.pressInCallout('Finish')
    await overlay.waitFor('completed')
  })
})
