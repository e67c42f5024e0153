import { setTimeout as wait } from 'node:timers/promises'
import type { HTTPRequest, Page } from 'puppeteer-core'
import { createRandom } from '../../bench/page/clinic/random.ts'
import { actOnce, putAllAway } from './acts.ts'
import { hitsOf } from './hits.ts'
import { differences, type PageState, pageState } from './page-state.ts'

/** What came of some runs on one screen. */
export interface Proof {
  runs: number
  /** By name. */
  acts: Record<string, number>
  /** Looks at what is pressed where, and what was seen at them. */
  looks: number
  /** Of these, with a step shown. */
  callouts: number
  controls: number
  under: number
  /** Steps that were shown, by id. */
  steps: Set<string>
  /** What should not have been: each with its seed. */
  faults: string[]
}

const ACTS_MAX = 10

const isAtWork = (page: Page) =>
  page.evaluate(() => document.querySelector(':root > div[popover="manual"]') !== null)

/** Tooltips of the app's for what the pointer is left on fade within this time, in ms. */
const FADING_MS = 600

/** The pointer on nothing: a person's own hovering is no doing of Handrail's. */
async function rest(page: Page, isMoving: boolean): Promise<void> {
  await page.mouse.move(1, 1)
  if (isMoving) await wait(FADING_MS)
}

/** What has become another page for good: what the app shows for a while by itself goes again by itself. */
async function lasting(page: Page, before: PageState, isMoving: boolean): Promise<string[]> {
  for (let tries = isMoving ? 8 : 1; ; tries--) {
    const found = differences(before, await pageState(page))
    if (found.length === 0 || tries <= 1) return found
    await wait(FADING_MS)
  }
}

/**
 * Runs of acts on a page that is open with Handrail on it, each by its seed. Before and after each run
 * the page is compared with itself; after each act, what is pressed in the middle of its controls is looked at.
 * No run begins after `until`, in ms since 1970.
 */
export async function prove(
  page: Page,
  seeds: readonly number[],
  isMoving: boolean,
  until = Number.POSITIVE_INFINITY,
): Promise<Proof> {
  const proof: Proof = {
    runs: 0,
    acts: {},
    looks: 0,
    callouts: 0,
    controls: 0,
    under: 0,
    steps: new Set(),
    faults: [],
  }
  const asked: string[] = []
  const heard = (request: HTTPRequest) => {
    if (!request.url().startsWith('data:')) asked.push(`${request.method()} ${request.url()}`)
  }
  page.on('request', heard)
  const viewport = page.viewport()
  for (const seed of seeds) {
    if (Date.now() > until) break
    const random = createRandom(seed)
    const fault = (what: string) => proof.faults.push(`seed ${seed}: ${what}`)
    asked.length = 0
    if (!(await isAtWork(page))) fault('Handrail is not there')
    await rest(page, isMoving)
    const before = await pageState(page)
    for (let acts = 3 + random.upTo(ACTS_MAX - 3); acts > 0; acts--) {
      const act = await actOnce(page, random, isMoving)
      proof.acts[act] = (proof.acts[act] ?? 0) + 1
      const hits = await hitsOf(page)
      if (hits.step) {
        proof.steps.add(hits.step)
        proof.callouts += 1
      }
      proof.looks += 1
      proof.controls += hits.controls
      proof.under += hits.under
      for (const stolen of hits.stolen) fault(`after ${act}, a press on ${stolen} would be ours`)
    }
    await putAllAway(page)
    const { width, height } = page.viewport() ?? {}
    if (viewport && (width !== viewport.width || height !== viewport.height))
      await page.setViewport(viewport)
    await page.evaluate(() => scrollTo(0, 0))
    await rest(page, isMoving)
    for (const difference of await lasting(page, before, isMoving)) fault(difference)
    for (const request of asked) fault(`request: ${request}`)
    proof.runs += 1
  }
  page.off('request', heard)
  return proof
}
