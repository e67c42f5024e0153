import type { Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../demo/browser/find.ts'
import { startFixtureSession } from '../../e2e/helpers/fixture-session.ts'
import { signIn } from '../../e2e/helpers/openmrs.ts'
import { startSession } from '../../e2e/helpers/session.ts'
import { aloneEhr, fixturePlaces, openmrsPlaces, type Place } from './places.ts'
import { judge, type Proof, prove } from './prove.ts'

/** What came of the runs on one screen in one browser. */
export interface PlaceProof {
  browser: BrowserKind
  place: string
  proof: Proof
}

/** The worker answers no tab that asks far more than a person causes, as one does that loads its page for each run. */
const RUNS_PER_TAB = 8
const LOADS_PER_TAB = 4

interface Options {
  browser: BrowserKind
  /** Of each screen, so many. */
  runs: number
  /** The first seed. */
  seed: number
  /** Of each screen of OpenMRS; with 0 it is not started. */
  openmrsRuns: number
  log: (line: string) => void
  /** No run begins after it, in ms since 1970. */
  until?: number
}

/** Runs on every screen, in one browser. */
export async function proveEverywhere(options: Options): Promise<PlaceProof[]> {
  const { browser, runs, openmrsRuns, log, until = Number.POSITIVE_INFINITY } = options
  const proofs: PlaceProof[] = []
  let seed = options.seed
  async function over(
    places: readonly Place[],
    count: number,
    newPage: () => Promise<Page>,
  ): Promise<void> {
    for (const place of places) {
      const perTab = place.ready ? LOADS_PER_TAB : RUNS_PER_TAB
      for (let left = count; left > 0 && Date.now() < until; left -= perTab) {
        const page = await newPage()
        await place.open(page)
        const seeds = Array.from({ length: Math.min(left, perTab) }, () => seed++)
        const { proof, suspects } = await prove(page, seeds, place, until)
        await page.close()
        const alone = suspects.length > 0 && place.openAlone ? await newPage() : undefined
        if (alone) await place.openAlone?.(alone)
        await judge(proof, suspects, alone)
        await alone?.close()
        log(
          `${browser}, ${place.name}: ${proof.runs} runs, ${proof.walked} with steps, ${proof.alone.length} alone, ${proof.faults.length} faults ${proof.faults[0] ?? ''}`,
        )
        proofs.push({ browser, place: place.name, proof })
      }
    }
  }
  const fixtures = await startFixtureSession(browser)
  try {
    await over(fixturePlaces(fixtures), runs, () => fixtures.loaded.browser.newPage())
  } finally {
    await fixtures.stop()
  }
  if (openmrsRuns === 0) return proofs
  const session = await startSession(browser)
  try {
    for (const ehr of [session.stack.ehr, aloneEhr(session.stack)]) await signIn(session.page, ehr)
    await over(openmrsPlaces(session), openmrsRuns, () => session.loaded.browser.newPage())
  } finally {
    await session.stop()
  }
  return proofs
}
