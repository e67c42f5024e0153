import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectAccessible } from './helpers/axe.ts'
import { openPopup } from './helpers/extension-page.ts'
import { type FixtureSession, startFixtureSession } from './helpers/fixture-session.ts'
import { setLook } from './helpers/looks.ts'
import { OVERLAY } from './helpers/overlay.ts'
import { BROWSERS } from './helpers/session.ts'
import { openSidePanel, type SidePanel } from './helpers/side-panel.ts'
import { takeNarrowPicture, takePicture } from './helpers/take-picture.ts'

declare const chrome: { tabs: { query(filter: object): Promise<{ url?: string }[]> } }

const byTestId = (id: string) => `[data-testid="${id}"]`
const find = (page: Page, selector: string) =>
  page.waitForSelector(selector, { visible: true, timeout: 30_000 })

describe.each(BROWSERS)('help away from the page, in %s', (kind) => {
  let session: FixtureSession
  let app: Page
  let side: SidePanel

  beforeAll(async () => {
    session = await startFixtureSession(kind)
    app = session.page
    await app.goto(`${session.site.origin}/spa`)
    await session.overlay.onScreen('ward')
  })
  afterAll(() => session?.stop())

  /** What of ours lies on the app's page: shapes with a size, of our element or in it. */
  const drawn = () =>
    app.evaluate(
      () =>
        [
          ...(document.querySelector(':root > div[popover]')?.shadowRoot?.querySelectorAll('*') ??
            []),
        ]
          .map((part) => part.getBoundingClientRect())
          .filter(({ width, height }) => width * height > 0).length,
    )
  /**
   * Tells what is open: Chromium's driver sees its side panel, and Firefox's no page of the extension that it has not
   * opened. It is asked from one page that stays: one that is opened while the small window comes up would come up in
   * that, and close it.
   */
  async function watchAddresses() {
    const { loaded } = session
    if (kind === 'chromium')
      return async () => loaded.browser.targets().map((target) => target.url())
    const options = await loaded.openExtension('src/options/index.html')
    await app.bringToFront()
    return async () => {
      const tabs = await options.evaluate(() => chrome.tabs.query({}))
      return tabs.map(({ url }) => url ?? '')
    }
  }

  test('the side panel takes the help off the page', async () => {
    side = await openSidePanel(session.loaded, session.site.origin)
    await find(side.page, byTestId('side-offer-task'))
    expect(await side.page.$eval('h1', (title) => title.textContent)).toBe('Ward')
    await expect.poll(drawn).toBe(0)
    await expectAccessible(kind, side.page, 'body')
    await takePicture(side.page, kind, 'side-offers')
    await takeNarrowPicture(side.page, kind, 'side-offers')
  })

  test('a walkthrough goes on by what is done on the page, which shows nothing', async () => {
    await side.press('side-offer-task')
    await side.atStep('open')
    expect(await drawn()).toBe(0)
    await expectAccessible(kind, side.page, 'body')
    await takePicture(side.page, kind, 'side-step')
    await app.bringToFront()
    await app.locator('#open').click()
    await side.atStep('tasks')
    expect(await drawn()).toBe(0)
    await side.press('side-next')
    await side.has('side-waiting')
    expect(await drawn()).toBe(0)
  })

  test('it follows the tab across a reload, and ends there', async () => {
    await app.reload()
    await side.has('side-off')
    await side.has('side-waiting')
    expect(await drawn()).toBe(0)
    await side.press('side-stop')
    await side.has('side-offer-task')
  })

  test('closed, it gives the page its help back', async () => {
    await side.close()
    await app.bringToFront()
    await session.overlay.waitFor('launcher')
  })

  test('the popup offers it, and walkthroughs to read', async () => {
    const popup = await openPopup(session.loaded, session.site.origin)
    await popup.find('at-side')
    const href = await popup.page.$eval(byTestId('open-reader'), (link) =>
      link.getAttribute('href'),
    )
    await popup.close()
    expect(href).toBe('../reader/index.html')
  })

  test('a walkthrough is a page to read, with its picture, that prints without its tools', async () => {
    const reader = await session.loaded.openExtension('src/reader/index.html')
    await find(reader, byTestId('reader-list'))
    await expectAccessible(kind, reader, 'body')
    await takePicture(reader, kind, 'reader-list')
    await takeNarrowPicture(reader, kind, 'reader-list')
    await reader.locator('a::-p-text(Refer)').click()
    await find(reader, byTestId('reader'))
    expect(await reader.title()).toBe('Refer')
    await find(reader, byTestId('reader-step-send'))
    const picture = await find(reader, '.picture')
    expect(await picture?.evaluate((part) => part.getAttribute('aria-label'))).toBe(
      'The button beside the form',
    )
    await expectAccessible(kind, reader, 'body')
    await takePicture(reader, kind, 'reader')
    await takeNarrowPicture(reader, kind, 'reader')
    if (kind === 'chromium') {
      await takePicture(reader, kind, 'reader', ['print'])
      await setLook(kind, reader, 'print')
      expect(await reader.$eval('.tools', (part) => getComputedStyle(part).display)).toBe('none')
      const colors = await reader.$eval('h1', (title) => [
        getComputedStyle(title).color,
        getComputedStyle(document.documentElement).backgroundColor,
      ])
      expect(colors).toEqual(['rgb(22, 32, 44)', 'rgb(255, 255, 255)'])
    }
    await reader.close()
  })

  test('a picture is shown in the callout, whatever the page forbids', async () => {
    await app.goto(`${session.site.origin}/hints?strict`)
    await session.overlay.onScreen('hints')
    await session.overlay.start('refer')
    await session.overlay.atStep('send')
    const picture = await app.waitForSelector('>>> .picture', { visible: true, timeout: 30_000 })
    const ink = await picture?.evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, 20, 20) ?? { data: [] }
      return [...data].filter((value, at) => at % 4 === 3 && value > 0).length
    })
    expect(ink).toBe(400)
    await takePicture(app, kind, 'callout-picture')
    await takeNarrowPicture(app, kind, 'callout-picture')
    await expectAccessible(kind, app, OVERLAY)
    await session.overlay.pressStop()
  })

  test('the help panel opens both, beside the app', async () => {
    const addresses = await watchAddresses()
    await session.overlay.press('launcher')
    await session.overlay.press('read-as-page')
    const own = (part: string) =>
      expect.poll(() => addresses().then((all) => all.join()), { timeout: 30_000 }).toContain(part)
    await own('src/reader/index.html')
    await app.bringToFront()
    await session.overlay.press('at-side')
    await own('src/side/index.html')
    await expect.poll(drawn, { timeout: 30_000 }).toBe(0)
  })
})
