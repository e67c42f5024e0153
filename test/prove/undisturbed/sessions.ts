import type { Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../demo/browser/find.ts'
import { startFixtureSession } from '../../e2e/helpers/fixture-session.ts'
import { signIn } from '../../e2e/helpers/openmrs.ts'
import { startSession } from '../../e2e/helpers/session.ts'
import { fixturePlaces, openmrsPlaces, type Place } from './places.ts'
import { type Proof, prove } from './prove.ts'

/** What came of the runs on one screen in one browser. */
export interface PlaceProof {
  browser: BrowserKind
  place: string
  proof: Proof
}

/** The worker answers no tab that asks far more than a person causes. */
const RUNS_PER_TAB = 25

interface Options {
  browser: BrowserKind
  /** Of each screen, so many. */
  runs: number
  /** The first seed. */
  seed: number
  /** Whether the screens of OpenMRS are among them. */
  hasOpenmrs: boolean
  log: (line: string) => void
  /** No run begins after it, in ms since 1970. */
  until?: number
}

/** Runs on every screen, in one browser. */
export async function proveEverywhere(options: Options): Promise<PlaceProof[]> {
  const { browser, runs, hasOpenmrs, log, until = Number.POSITIVE_INFINITY } = options
  const proofs: PlaceProof[] = []
  let seed = options.seed
  async function over(places: readonly Place[], newPage: () => Promise<Page>): Promise<void> {
    for (const { name, open, isMoving = false } of places)
      for (let left = runs; left > 0 && Date.now() < until; left -= RUNS_PER_TAB) {
        const page = await newPage()
        await open(page)
        const seeds = Array.from({ length: Math.min(left, RUNS_PER_TAB) }, () => seed++)
        const proof = await prove(page, seeds, isMoving, until)
        await page.close()
        log(
          `${browser}, ${name}: ${proof.runs} runs, ${proof.faults.length} faults ${proof.faults[0] ?? ''}`,
        )
        proofs.push({ browser, place: name, proof })
      }
  }
  const fixtures = await startFixtureSession(browser)
  try {
    await over(fixturePlaces(fixtures), () => fixtures.loaded.browser.newPage())
  } finally {
    await fixtures.stop()
  }
  if (!hasOpenmrs) return proofs
  const session = await startSession(browser)
  try {
    await signIn(session.page, session.stack.ehr)
    await over(openmrsPlaces(session), () => session.loaded.browser.newPage())
  } finally {
    await session.stop()
  }
  return proofs
}
