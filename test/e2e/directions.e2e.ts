import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { expectPointedAt } from './helpers/expectations.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { OVERLAY, type OverlayDriver, overlayOf } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

/** WCAG 2.5.8, in px. */
const TARGET_MIN = 24
/** 1280 × 1024 at 400 %: WCAG 1.4.10. */
const SMALLEST = { width: 320, height: 256 }

/** Complaint 15 of users of walkthroughs, and small windows. */
describe.each(BROWSERS)('directions and sizes, in %s', (kind) => {
  let session: FixtureSession

  beforeAll(async () => {
    session = await startFixtureSession(kind)
  })
  afterAll(() => session?.stop())

  async function open(help: string, page: 'ltr' | 'rtl'): Promise<[Page, OverlayDriver]> {
    await session.configure({ ...session.settings, locale: help })
    const tab = await session.loaded.browser.newPage()
    await tab.bringToFront()
    await tab.goto(`${session.site.origin}/hints`)
    await tab.evaluate((dir) => {
      document.body.dir = dir
    }, page)
    const overlay = overlayOf(tab)
    await overlay.onScreen('hints')
    return [tab, overlay]
  }
  const directionOf = (page: Page, part: string) =>
    page.$eval(`>>> ${part}`, (found) => getComputedStyle(found).direction)
  /** Parts of ours that stick out of the view, and buttons that are too small. */
  const misfits = (page: Page, targetMin: number) =>
    page.evaluate(
      (host, least) => {
        const root = document.querySelector(host)?.shadowRoot
        const isSeen = (part: Element) => part.checkVisibility({ visibilityProperty: true })
        const boxes = (selector: string) =>
          [...(root?.querySelectorAll(selector) ?? [])].filter(isSeen).map((part) => ({
            name: part.className || part.localName,
            box: part.getBoundingClientRect(),
          }))
        const out = boxes('.card, .launcher').filter(
          ({ box }) =>
            box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight,
        )
        const small = boxes('button, summary, input').filter(
          ({ box }) => box.width < least || box.height < least,
        )
        return [...out, ...small].map(({ name }) => name)
      },
      OVERLAY,
      targetMin,
    )

  test.each([
    { help: 'ar', page: 'ltr', words: 'rtl', side: 'left' },
    { help: 'en', page: 'rtl', words: 'ltr', side: 'right' },
    { help: 'ar', page: 'rtl', words: 'rtl', side: 'right' },
  ] as const)('help in $help on a page that runs $page', async ({ help, page, words, side }) => {
    const [tab, overlay] = await open(help, page)
    const launcher = await (await overlay.waitFor('launcher'))?.boundingBox()
    const { width } = tab.viewport() ?? { width: 0 }
    expect((launcher?.x ?? 0) < width / 2 ? 'left' : 'right').toBe(side)
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    expect(await directionOf(tab, '.panel')).toBe(words)
    await expectAccessible(kind, tab, OVERLAY)
    await takePicture(tab, kind, `panel-${help}-in-${page}`)
    await takeNarrowPicture(tab, kind, `panel-${help}-in-${page}`)
    await overlay.press('offer-refer')
    await expectPointedAt(tab, overlay, 'send', '#send')
    expect(await directionOf(tab, '.callout')).toBe(words)
    await expectAccessible(kind, tab, OVERLAY)
    await takePicture(tab, kind, `callout-${help}-in-${page}`)
    await takeNarrowPicture(tab, kind, `callout-${help}-in-${page}`)
    await tab.close()
  })

  test('a window of 320 by 256 px: all of it can be seen and pressed', async () => {
    const [tab, overlay] = await open('de', 'ltr')
    await tab.setViewport(SMALLEST)
    await overlay.press('launcher')
    await overlay.waitFor('help-panel')
    expect(await misfits(tab, TARGET_MIN)).toEqual([])
    await overlay.press('report')
    await overlay.waitFor('report-slow')
    expect(await misfits(tab, TARGET_MIN)).toEqual([])
    await tab.keyboard.press('Escape')
    await overlay.start('refer')
    await overlay.atStep('send')
    await expect.poll(() => misfits(tab, TARGET_MIN)).toEqual([])
    await overlay.pressInCallout('Fertig')
    await overlay.waitFor('completed')
    expect(await misfits(tab, TARGET_MIN)).toEqual([])
    await tab.close()
  })

  test('a page with rules of its own for everything leaves our sizes alone', async () => {
    const [tab, overlay] = await open('en', 'ltr')
    const sizeOf = () =>
      tab.$eval('>>> .launcher', (part) => [part.clientWidth, getComputedStyle(part).fontSize])
    await overlay.waitFor('launcher')
    const before = await sizeOf()
    await tab.addStyleTag({
      content:
        'html { font-size: 40px; zoom: 1 } * { letter-spacing: 9px; box-sizing: content-box }',
    })
    expect(await sizeOf()).toEqual(before)
    await tab.close()
  })
})
