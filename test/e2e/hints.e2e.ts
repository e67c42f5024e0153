import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { readSummary } from './helpers/counted.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY, type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** Some looks at the page: what would come up wrongly has come up by then. */
const SOME_LOOKS_MS = 600
/** A target may stay away for 8 s before it is told of. */
const AFTER_PATIENCE = { timeout: 20_000 }

interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

describe.each(BROWSERS)('hints, in %s', (kind) => {
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
    await page.bringToFront()
    await page.goto(`${session.site.origin}/hints`)
    await overlay.onScreen('hints')
  })
  afterEach(() => page?.close())

  const isSeen = async (testId: string) =>
    (await (await page.$(`>>> [data-testid="${testId}"]`))?.isVisible()) ?? false
  async function expectNever(testId: string): Promise<void> {
    const until = Date.now() + SOME_LOOKS_MS
    while (Date.now() < until) expect(await isSeen(testId)).toBe(false)
  }
  async function boxOf(part: ElementHandle | null): Promise<Box> {
    const box = await part?.boundingBox()
    if (!box) throw new Error('is not to be seen')
    return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height }
  }
  const overlap = (a: Box, b: Box) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const focused = () =>
    page.evaluate((host) => {
      const inner = document.querySelector(host)?.shadowRoot?.activeElement
      return (inner as HTMLElement | null)?.dataset.testid ?? document.activeElement?.id
    }, OVERLAY)

  test('a beacon stands beside its target, on nothing, and takes no press but its own', async () => {
    const beacon = await overlay.waitFor('beacon-send')
    const box = await boxOf(beacon)
    expect(box.right - box.left).toBeGreaterThanOrEqual(24)
    expect(box.bottom - box.top).toBeGreaterThanOrEqual(24)
    for (const part of await page.$$('button, input, label, h1'))
      expect(overlap(box, await boxOf(part))).toBe(false)
    await page.evaluate(() => {
      for (const control of document.querySelectorAll('button, input'))
        control.addEventListener('click', () => control.setAttribute('data-pressed', ''))
    })
    for (const part of await page.$$('button, input')) await part.click()
    expect(
      await page.$$eval(
        'button:not([data-pressed]), input:not([data-pressed])',
        (all) => all.length,
      ),
    ).toBe(0)
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'beacon')
    await takeNarrowPicture(page, kind, 'beacon')
  })

  test('where the target is missing, stands twice, or has no room, there is no beacon', async () => {
    await overlay.waitFor('beacon-send')
    await expectNever('beacon-twice')
    await expectNever('beacon-packed')
    await expectNever('beacon-never')
  })

  test('a target that stays away is counted as a step’s would be', async () => {
    await overlay.waitFor('beacon-send')
    const missing = async () => {
      await session.sync()
      const { health } = await readSummary(session.stack)
      return JSON.stringify(health)
    }
    await expect.poll(missing, AFTER_PATIENCE).toContain('never-there')
  })

  test('a tip stands beside its field while that has the focus, and takes none', async () => {
    await page.click('#reason')
    const tip = await overlay.waitFor('tip-reason')
    expect(overlap(await boxOf(tip), await boxOf(await page.$('#reason')))).toBe(false)
    await page.keyboard.type('worse')
    expect(await focused()).toBe('reason')
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'tip')
    await takeNarrowPicture(page, kind, 'tip')
    await page.keyboard.press('Escape')
    await overlay.isGone('tip-reason')
    expect(await focused()).toBe('reason')
    await page.focus('#send')
    await page.focus('#reason')
    await overlay.waitFor('tip-reason')
    await page.focus('#send')
    await overlay.isGone('tip-reason')
  })

  test('a tip is told to a screen reader without any focus', async () => {
    await page.focus('#reason')
    await overlay.waitFor('tip-reason')
    const spoken = await page.$eval('>>> [role="status"]', (part) => part.textContent)
    expect(spoken).toBe('Why now. What has changed.')
  })

  test.each(['below', 'left'])('a tip gives way to the app’s own list, %s', async (side) => {
    await page.click('#diagnosis')
    const tip = await overlay.waitFor('tip-diagnosis')
    await page.type('#diagnosis', side)
    const list = await boxOf(await page.waitForSelector('#list'))
    await expect
      .poll(async () => !(await isSeen('tip-diagnosis')) || !overlap(await boxOf(tip), list))
      .toBe(true)
  })

  test('an alert and a walkthrough hide all hints', async () => {
    await overlay.waitFor('beacon-send')
    await page.focus('#reason')
    await overlay.waitFor('tip-reason')
    await page.evaluate('alertNow()')
    await overlay.isGone('beacon-send')
    await overlay.isGone('tip-reason')
    await page.reload()
    await overlay.waitFor('beacon-send')
    await overlay.press('launcher')
    await overlay.press('offer-refer')
    await overlay.atStep('send')
    await expectNever('beacon-send')
    await overlay.pressStop()
    await overlay.waitFor('beacon-send')
  })

  test('by keyboard alone: open, close, put away for good, and bring back', async () => {
    await overlay.waitFor('beacon-send')
    const openByKey = async () => {
      for (let tabs = 0; tabs < 40 && (await focused()) !== 'beacon-send'; tabs++)
        await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await overlay.waitFor('hint-send')
    }
    await openByKey()
    expect(await focused()).toBe('hint-send')
    await expectAccessible(kind, page, OVERLAY)
    await takePicture(page, kind, 'hint')
    await page.keyboard.press('Escape')
    await overlay.isGone('hint-send')
    expect(await focused()).toBe('beacon-send')
    await page.keyboard.press('Enter')
    await overlay.waitFor('hint-send')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('got-it')
    await page.keyboard.press('Enter')
    await overlay.isGone('beacon-send')
    expect(await focused()).toBe('launcher')

    await page.reload()
    await overlay.onScreen('hints')
    await expectNever('beacon-send')
    await overlay.press('launcher')
    await overlay.press('hints')
    await overlay.press('hints')
    await page.keyboard.press('Escape')
    await overlay.waitFor('beacon-send')
  })
})
