import type { CDPSession, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'

/** Some looks at the page, and then longer than anything that Handrail waits for. */
const SETTLE_MS = 3_000
const IDLE_MS = 5_000

describe.each(BROWSERS)('a screen follows the page with no load and no poll, in %s', (kind) => {
  let session: FixtureSession
  let site: FixtureSession['site']
  let page: Page
  let overlay: OverlayDriver

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    site = session.site
  })
  afterAll(() => session?.stop())
  beforeEach(async () => {
    page = await session.loaded.browser.newPage()
    overlay = overlayOf(page)
    await page.goto(`${site.origin}/routes`)
    await overlay.onScreen('routes')
  })
  afterEach(() => page?.close())

  test('location.hash, back and forward', async () => {
    await page.evaluate("location.hash = '/list'")
    await overlay.onScreen('hash-list')
    await page.evaluate("location.hash = '#/items/7'")
    await overlay.onScreen('hash-item')
    await page.evaluate('history.back()')
    await overlay.onScreen('hash-list')
    await page.evaluate('history.back()')
    await overlay.onScreen('routes')
    await page.evaluate('history.go(2)')
    await overlay.onScreen('hash-item')
  })

  test('pushState, replaceState, and back, with nothing of the page changed', async () => {
    await page.evaluate("history.pushState(null, '', '/routes/deep')")
    await overlay.onScreen('routes-deep')
    await page.evaluate("history.replaceState(null, '', '/routes#/list')")
    await overlay.onScreen('hash-list')
    await page.evaluate("history.replaceState(null, '', '/routes/none')")
    await overlay.onScreen('')
    await page.evaluate('history.back()')
    await overlay.onScreen('routes')
  })

  test('what comes, is named anew and goes, with no change of the address', async () => {
    await page.evaluate('showPanel()')
    await overlay.onScreen('lab-panel')
    await page.evaluate('renamePanel()')
    await overlay.onScreen('imaging-panel')
    await page.evaluate('hidePanel()')
    await overlay.onScreen('routes')
  })

  test.runIf(kind === 'chromium')('nothing of ours runs while nothing changes', async () => {
    const client = await page.createCDPSession()
    await client.send('Profiler.enable')
    await client.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    // The measure sees what runs.
    await page.evaluate('showPanel()')
    await overlay.onScreen('lab-panel')
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    expect(await callsOfOurs(client)).not.toEqual([])
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS))
    expect(await callsOfOurs(client)).toEqual([])
  })
})

/** Which functions of the extension have run since the last time, and how often. */
async function callsOfOurs(client: CDPSession): Promise<string[]> {
  const { result } = await client.send('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => url.startsWith('chrome-extension:'))
    .flatMap(({ functions }) =>
      functions.flatMap(({ functionName, ranges }) =>
        ranges.flatMap(({ count }) => (count > 0 ? [`${functionName} ${count}`] : [])),
      ),
    )
}
