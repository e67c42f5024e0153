import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, Page } from 'puppeteer-core'

const TRIES = 200
const BETWEEN_MS = 50

/**
 * Opens a page of the extension. Firefox reports no load of such a page, so the page itself is
 * asked where it is. Rejects after ten seconds.
 */
export async function openExtensionPage(
  browser: Browser,
  url: string,
  prepare: (page: Page) => void = () => {},
): Promise<Page> {
  const page = await browser.newPage()
  prepare(page)
  page.goto(url).catch(() => undefined)
  for (let tries = 0; tries < TRIES; tries++) {
    const at = await page
      .evaluate(() => (document.readyState === 'complete' ? location.href : ''))
      .catch(() => '')
    if (at === url) return page
    await wait(BETWEEN_MS)
  }
  throw new Error(`${url} did not open`)
}
