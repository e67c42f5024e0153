import type { Page } from 'puppeteer-core'
import { CHROME_ID } from '../../../scripts/extension-ids.ts'
import type { Anchor } from '../../../src/vocabulary/evidence.ts'
import { overlayOf } from '../../e2e/helpers/overlay.ts'
import { openWithHandrail } from './extension.ts'
import { benchPack, PAGE_PATH, SCREEN_HERE, WALKTHROUGH } from './pack.ts'
import type { Clinic } from './serve-answers.ts'
import type { Size } from './size.ts'
import { runStorm, type Storm } from './storm-run.ts'

const HANDRAIL = `chrome-extension://${CHROME_ID}/`

const OBSERVER_URL = 'bench-observer.js'
/** Hears of every change and does nothing: what watches a page by itself costs no less. */
const OBSERVER = `new MutationObserver(() => {}).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
//# sourceURL=${OBSERVER_URL}`

/** The same storm over the same page: with nothing, an idle observer, Handrail, Handrail and a walkthrough, posthog-js. */
export async function runStorms(
  clinic: Clinic,
  code: string,
  size: Size,
  anchors: readonly Anchor[],
  log: (line: string) => void,
): Promise<Storm[]> {
  const { browser, stop } = await openWithHandrail(
    clinic,
    benchPack(size, anchors, `${clinic.origin}/*`),
  )
  const storms: Storm[] = []
  async function over(
    tool: string,
    address: string,
    url: string,
    prepare?: (page: Page) => Promise<unknown>,
  ) {
    log(`storm: ${tool}`)
    const page = await browser.newPage()
    await page.goto(address, { waitUntil: 'load' })
    await page.evaluate(code)
    await prepare?.(page)
    storms.push(await runStorm(page, tool, url, size.stormMs))
    await page.close()
  }
  try {
    const { origin, otherOrigin } = clinic
    const atScreen = (page: Page) => overlayOf(page).onScreen(SCREEN_HERE)
    await over('nothing', otherOrigin + PAGE_PATH, 'none:')
    await over('an observer that does nothing', otherOrigin + PAGE_PATH, OBSERVER_URL, (page) =>
      page.evaluate(OBSERVER),
    )
    await over('Handrail', origin + PAGE_PATH, HANDRAIL, atScreen)
    await over('Handrail, walkthrough', origin + PAGE_PATH, HANDRAIL, async (page) => {
      const overlay = overlayOf(page)
      await atScreen(page)
      await overlay.press('launcher')
      await overlay.press(`offer-${WALKTHROUGH}`)
      await overlay.atStep('first')
    })
    await over(
      'posthog-js',
      `${otherOrigin}${PAGE_PATH}?posthog`,
      `${otherOrigin}/posthog/`,
      (page) =>
        page.waitForFunction(
          () => (globalThis as { posthog?: { __loaded?: boolean } }).posthog?.__loaded,
        ),
    )
  } finally {
    await stop()
  }
  return storms
}
