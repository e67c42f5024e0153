import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { LoadedBrowser } from '../../../demo/browser/launch.ts'

declare const chrome: {
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> }
}

const PATIENCE_MS = 30_000
const byTestId = (id: string) => `[data-testid="${id}"]`

/** A page of the extension, used as a person uses it, and what it has logged. */
async function openPage(loaded: LoadedBrowser, path: string, isReadyBy: string) {
  const faults: string[] = []
  const page = await loaded.openExtension(path, (empty) => {
    empty.on('pageerror', (error) => faults.push(String(error)))
    empty.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) faults.push(message.text())
    })
  })
  await page.waitForSelector(byTestId(isReadyBy), { timeout: PATIENCE_MS })

  const find = (testId: string) =>
    page.waitForSelector(byTestId(testId), { visible: true, timeout: PATIENCE_MS })
  const read = (testId: string) =>
    page.evaluate(
      (selector) => document.querySelector(selector)?.textContent ?? '',
      byTestId(testId),
    )
  return {
    page,
    faults,
    find,
    read,
    press: (testId: string) => page.locator(byTestId(testId)).setTimeout(PATIENCE_MS).click(),
    isGone: (testId: string) =>
      page.waitForSelector(byTestId(testId), { hidden: true, timeout: PATIENCE_MS }),
    /** Types in place of what is there. */
    async type(testId: string, text: string): Promise<void> {
      const field = await find(testId)
      await field?.focus()
      await page.keyboard.down('Control')
      await page.keyboard.press('a')
      await page.keyboard.up('Control')
      await field?.type(text)
    },
    value: (testId: string) =>
      page.$eval(byTestId(testId), (field) =>
        field instanceof HTMLElement && 'value' in field ? String(field.value) : '',
      ),
    /** Waits until a part of the page says so. */
    says: (testId: string, words: string | RegExp) =>
      expect.poll(() => read(testId), { timeout: PATIENCE_MS }).toMatch(words),
    close: () => page.close(),
  }
}

export type ExtensionPage = Awaited<ReturnType<typeof openPage>>

export function openOptions(loaded: LoadedBrowser): Promise<ExtensionPage> {
  return openPage(loaded, 'src/options/index.html', 'save')
}

/** The popup, as a page, about the tab whose address begins so. */
export async function openPopup(loaded: LoadedBrowser, origin: string): Promise<ExtensionPage> {
  const id = await tabIdOf(loaded, origin)
  return openPage(loaded, `src/popup/index.html?tab=${id}`, 'site-state')
}

/** The browser's own number of the tab whose address begins so. */
export async function tabIdOf(loaded: LoadedBrowser, origin: string): Promise<number> {
  const page: Page = await loaded.openExtension('src/options/index.html')
  const tabs = await page.evaluate(() => chrome.tabs.query({}))
  await page.close()
  const found = tabs.find(({ url }) => url?.startsWith(origin))
  if (found?.id === undefined) throw new Error(`no tab is at ${origin}`)
  return found.id
}
