import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expectPointedAt } from './helpers/expectations.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY, type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

const TRAPS = ['library', 'sentinels', 'enforced', 'blurred'] as const

/** Complaint 10 of users of walkthroughs: dialogs, the top layer, focus traps. */
describe.each(BROWSERS)('dialogs of the app, in %s', (kind) => {
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
    await page.bringToFront()
    await page.goto(`${session.site.origin}/dialogs`)
    await overlay.onScreen('dialogs')
  })
  afterEach(() => page?.close())

  const isThere = (selector: string) => page.$(selector).then((found) => found !== null)
  /** What a press in the middle of a part of ours would hit. */
  const isOnTop = (testId: string) =>
    page.$eval(`>>> [data-testid="${testId}"]`, (part) => {
      const { x, y, width, height } = part.getBoundingClientRect()
      const hit = document.elementFromPoint(x + width / 2, y + height / 2)
      return hit?.matches(':root > div[popover="manual"]') ?? false
    })
  const focused = () =>
    page.evaluate((host) => {
      const inner = document.querySelector(host)?.shadowRoot?.activeElement
      return inner ? 'ours' : document.activeElement?.id
    }, OVERLAY)

  describe.each(TRAPS)('a dialog that keeps the focus (%s)', (trap) => {
    beforeEach(async () => {
      await overlay.start('in-trap')
      await page.evaluate(`openTrap('${trap}')`)
      await expectPointedAt(page, overlay, 'order', '#order')
    })

    test('our buttons are pressed, it stays open, and nobody fights over the focus', async () => {
      const before = await focused()
      await page.evaluate('moves = 0')
      await overlay.pressInCallout('Next')
      await expectPointedAt(page, overlay, 'again', '#order')
      expect(await isThere('.modal')).toBe(true)
      expect(await focused()).toBe(before)
      expect(await page.evaluate('moves')).toBe(0)
      await overlay.pressInCallout('Back')
      await overlay.atStep('order')
    })

    test('Escape closes it and leaves our callout; where it does not close, Escape puts ours aside', async () => {
      await page.focus('#drug')
      await page.keyboard.press('Escape')
      await expect.poll(() => isThere('.modal')).toBe(false)
      await overlay.waitFor('waiting')
      await page.evaluate(`openTrap('${trap}')`)
      await expectPointedAt(page, overlay, 'order', '#order')
      await page.evaluate('isDeaf = true')
      await page.focus('#drug')
      await page.keyboard.press('Escape')
      await overlay.waitFor('folded')
      expect(await isThere('.modal')).toBe(true)
    })

    test('with the focus in ours, Escape is ours alone', async () => {
      const host = await page.waitForSelector('>>> [data-testid="callout"] button.icon')
      await host?.evaluate((button) => button.focus())
      if ((await focused()) === 'ours') {
        await page.keyboard.press('Escape')
        await overlay.waitFor('folded')
        expect(await isThere('.modal')).toBe(true)
      } else expect(trap).toBe('blurred')
    })
  })

  test('a popover of the browser: ours is above it, and pressing ours does not close it', async () => {
    await overlay.start('in-popover')
    await page.evaluate('openPopover()')
    await expectPointedAt(page, overlay, 'filter', '#filter')
    expect(await isOnTop('callout')).toBe(true)
    await overlay.pressInCallout('Next')
    await expectPointedAt(page, overlay, 'again', '#filter')
    expect(await isThere('#closing:popover-open')).toBe(true)
  })

  test('a native modal dialog: ring and words clear of it, and nothing to press', async () => {
    await overlay.start('in-native')
    await page.evaluate('openNative()')
    await expectPointedAt(page, overlay, 'sign', '#sign')
    const places = await page.evaluate((host) => {
      const root = document.querySelector(host)?.shadowRoot
      const callout = root?.querySelector('[data-testid="callout"]')?.getBoundingClientRect()
      const dialog = document.querySelector('dialog')?.getBoundingClientRect()
      const isClear =
        callout &&
        dialog &&
        (callout.left >= dialog.right ||
          callout.right <= dialog.left ||
          callout.top >= dialog.bottom ||
          callout.bottom <= dialog.top)
      return { isClear, buttons: root?.querySelectorAll('button').length }
    }, OVERLAY)
    expect(places).toEqual({ isClear: true, buttons: 0 })
    await takePicture(page, kind, 'passive-callout')
    await takeNarrowPicture(page, kind, 'passive-callout')
    await page.focus('#dose')
    await page.keyboard.type('5')
    expect(await page.$eval('#dose', (field) => (field as HTMLInputElement).value)).toBe('5')
    await page.keyboard.press('Escape')
    await expect.poll(() => isThere('dialog:modal')).toBe(false)
    await overlay.waitFor('waiting')
    await page.evaluate('openNative()')
    await expectPointedAt(page, overlay, 'sign', '#sign')
    await (await page.waitForSelector('#sign'))?.click()
    await page.evaluate('closeNative()')
    await overlay.atStep('after')
    await overlay.pressInCallout('Finish')
  })

  test('what may not be covered is not: callout and launcher stand elsewhere', async () => {
    await page.goto(`${session.site.origin}/covers`)
    await overlay.start('beside-zones')
    await expectPointedAt(page, overlay, 'dose', '#dose')
    const covered = () =>
      page.evaluate((host) => {
        const root = document.querySelector(host)?.shadowRoot
        const ours = [...(root?.querySelectorAll('.callout, .launcher, .bar, .panel') ?? [])]
        const zones = [...document.querySelectorAll('nav, #sign')]
        return ours
          .filter((part) => part.checkVisibility({ visibilityProperty: true }))
          .flatMap((part) =>
            zones
              .filter((zone) => {
                const a = part.getBoundingClientRect()
                const b = zone.getBoundingClientRect()
                return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
              })
              .map((zone) => `${part.className} on ${zone.localName}`),
          )
      }, OVERLAY)
    expect(await covered()).toEqual([])
    await page.setViewport({ width: 1000, height: 760 })
    await expectPointedAt(page, overlay, 'dose', '#dose')
    await expect.poll(covered).toEqual([])
    await page.setViewport({ width: 1400, height: 900 })
    await overlay.pressInCallout('Next')
    await overlay.atStep('after')
    await expect.poll(covered).toEqual([])
  })
})
