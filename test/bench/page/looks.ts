import type { Browser, Page } from 'puppeteer-core'
import { compilePack } from '../../../src/cli/compile-pack.ts'
import type { Anchor } from '../../../src/vocabulary/evidence.ts'
import { isOverlay } from '../../../src/vocabulary/overlay.ts'
import { KINDS } from './kinds.ts'
import { benchPack, PAGE_PATH } from './pack.ts'
import type { LookResult } from './page/look.ts'
import type { PeerSamples } from './page/peers.ts'
import { OTHER_PATH } from './serve.ts'
import type { Clinic } from './serve-answers.ts'
import type { Size } from './size.ts'
import { type CallTimes, callsOf, TRACE_CATEGORIES } from './trace.ts'

export interface Looks {
  elements: number
  result: LookResult
  times: ReadonlyMap<string, CallTimes>
  peers: PeerSamples
  anchors: Anchor[]
}

async function openPage(browser: Browser, url: string, code: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(url, { waitUntil: 'load' })
  await page.evaluate(code)
  return page
}

/** Records the targets and times the looking code in the page itself, with no extension about. */
export async function runLooks(
  browser: Browser,
  clinic: Clinic,
  code: string,
  size: Size,
): Promise<Looks> {
  const other = await openPage(browser, clinic.otherOrigin + OTHER_PATH, code)
  const absent = await other.evaluate((count) => pageBench.recordTargets(count), size.absent)
  await other.close()
  const page = await openPage(browser, clinic.otherOrigin + PAGE_PATH, code)
  const present = await page.evaluate((count) => pageBench.recordTargets(count), size.present)
  if (present.length < size.present || absent.length < size.absent)
    throw new Error(`Only ${present.length} and ${absent.length} targets could be recorded`)
  const recorded = [...present, ...absent]
  const anchors = recorded.map(({ anchor }) => anchor)
  const compiled = await compilePack(benchPack(size, anchors, `${clinic.origin}/*`))
  if (!compiled.ok) throw new Error(compiled.message)
  const { pack } = compiled.value
  if (isOverlay(pack)) throw new Error('The bench has a pack of its own')
  await page.tracing.start({ categories: TRACE_CATEGORIES })
  const result = await page.evaluate(
    (one, count, looks) => pageBench.timeLooks(one, count, looks),
    ...([pack, size.present, size.looks] as const),
  )
  const trace = await page.tracing.stop()
  if (trace === undefined) throw new Error('Chromium gave no trace')
  const times = callsOf(trace, Object.keys(KINDS))
  const peers = await page.evaluate(
    (selectors) => pageBench.timePeers(selectors, 50),
    recorded.map(({ selector }) => selector),
  )
  const elements = await page.evaluate(() => pageBench.elements())
  await page.close()
  return { elements, result, times, peers, anchors }
}
