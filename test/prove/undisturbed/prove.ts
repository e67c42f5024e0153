import type { HTTPRequest, Page } from 'puppeteer-core'
import { createRandom } from '../../bench/page/clinic/random.ts'
import { actOnce, begin, putAllAway } from './acts.ts'
import { createHand, doAgain, type Move } from './hand.ts'
import { hitsOf } from './hits.ts'
import { type Difference, differences } from './page-state.ts'
import type { Place } from './places.ts'
import { restedState } from './rest.ts'

/** What came of some runs on one screen. */
export interface Proof {
  runs: number
  /** Runs in which a step was shown, and how often another one came. */
  walked: number
  passed: number
  /** By name. */
  acts: Record<string, number>
  /** Looks at what is pressed where, and what was seen at them. */
  looks: number
  controls: number
  under: number
  /** Steps that were shown, by id. */
  steps: Set<string>
  /** What should not have been: each with its seed. */
  faults: string[]
  /** What the page does without Handrail too: each with its seed. */
  alone: string[]
}

/** A run after which the page was not as before, and its own part in it. */
export interface Suspect {
  seed: number
  moves: readonly Move[]
  found: readonly Difference[]
}

const ACTS_MAX = 10
/** Of so many runs all but one begin with a walkthrough. */
const BEGUN_OF = 8
/** A page without Handrail is given so many goes to do what it may do by itself. */
const GOES = 3

const isAtWork = (page: Page) =>
  page.evaluate(() => document.querySelector(':root > div[popover="manual"]') !== null)

/** The requests that a page makes, as differences. */
function listen(page: Page) {
  const asked: Difference[] = []
  const heard = (request: HTTPRequest) => {
    const { protocol, pathname, search } = new URL(request.url())
    if (protocol === 'data:') return
    const what = `request: ${request.method()} ${pathname}${search}`
    asked.push({ place: what, text: what })
  }
  page.on('request', heard)
  return { asked, stop: () => page.off('request', heard) }
}

/**
 * Runs of acts on a page that is open with Handrail on it, each by its seed. Before and after each run
 * the page is compared with itself; after each act, what is pressed in the middle of its controls is looked at.
 * No run begins after `until`, in ms since 1970.
 */
export async function prove(
  page: Page,
  seeds: readonly number[],
  { walkthroughs, ready, isMoving = false }: Place,
  until = Number.POSITIVE_INFINITY,
): Promise<{ proof: Proof; suspects: Suspect[] }> {
  const proof: Proof = {
    runs: 0,
    walked: 0,
    passed: 0,
    acts: {},
    looks: 0,
    controls: 0,
    under: 0,
    steps: new Set(),
    faults: [],
    alone: [],
  }
  const suspects: Suspect[] = []
  const { asked, stop } = listen(page)
  const size = page.viewport()
  async function run(seed: number, fault: (what: string) => void): Promise<void> {
    const random = createRandom(seed)
    const hand = createHand(page)
    if (!(await isAtWork(page))) fault('Handrail is not there')
    await ready?.(page)
    const before = await restedState(page, isMoving, size)
    asked.length = 0
    const isBegun =
      ready !== undefined ||
      (random.upTo(BEGUN_OF) > 0 && (await begin(page, hand, random.pick(walkthroughs))))
    let step: string | undefined
    async function lookAfter(act: string): Promise<void> {
      proof.acts[act] = (proof.acts[act] ?? 0) + 1
      const hits = await hitsOf(page)
      if (hits.step && hits.step !== step) {
        proof.steps.add(hits.step)
        if (step === undefined) proof.walked += 1
        else proof.passed += 1
        step = hits.step
      }
      proof.looks += 1
      proof.controls += hits.controls
      proof.under += hits.under
      for (const stolen of hits.stolen) fault(`after ${act}, a press on ${stolen} would be ours`)
    }
    await lookAfter(isBegun ? 'begin' : 'look')
    for (let acts = 3 + random.upTo(ACTS_MAX - 3); acts > 0; acts--)
      await lookAfter(await actOnce(page, hand, random))
    await putAllAway(page, hand)
    const after = await restedState(page, isMoving, size)
    const found = [...differences(before, after), ...asked]
    if (found.length > 0) suspects.push({ seed, moves: hand.moves, found })
    proof.runs += 1
  }
  for (const seed of seeds) {
    if (Date.now() > until) break
    const fault = (what: string) => proof.faults.push(`seed ${seed}: ${what}`)
    try {
      await run(seed, fault)
    } catch (error) {
      // What the rest have shown is not lost by one that came to nothing.
      fault(`could not be done: ${error}`)
      break
    }
  }
  stop()
  return { proof, suspects }
}

/**
 * Tells what of the suspects' differences a page without Handrail makes at the same places when the pointer, the
 * keys, the view and the scrolling are the same; the rest are faults. Without such a page all are.
 */
export async function judge(
  proof: Proof,
  suspects: readonly Suspect[],
  page: Page | undefined,
): Promise<void> {
  const heard = page && listen(page)
  for (const { seed, moves, found } of suspects) {
    const own = new Set<string>()
    const size = page?.viewport() ?? null
    for (let go = 0; page && go < GOES && found.some(({ place }) => !own.has(place)); go++) {
      const before = await restedState(page, true, size)
      if (heard) heard.asked.length = 0
      await doAgain(page, moves)
      const after = await restedState(page, true, size)
      for (const { place } of [...differences(before, after), ...(heard?.asked ?? [])])
        own.add(place)
    }
    const isOwn = ({ place }: Difference) => own.has(place)
    for (const [to, some] of [
      [proof.alone, found.filter(isOwn)],
      [proof.faults, found.filter((one) => !isOwn(one))],
    ] as const) {
      const more = some.length > 1 ? `, and ${some.length - 1} more` : ''
      if (some[0]) to.push(`seed ${seed}: ${some[0].text}${more}`)
    }
  }
  heard?.stop()
}
