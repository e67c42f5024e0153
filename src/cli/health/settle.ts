import type { ProbeAnswer, ProbeRequest } from '../../probe/sighting.ts'
import type { AppPage } from './app-page.ts'

/** How often a page is looked at while it renders. */
export const LOOK_MS = 400
/** A page that answers the same for so long has rendered what it will. */
export const QUIET_MS = 3_000
/** Longer than this no page is waited for. */
export const SETTLE_MS = 15_000

export type Sleep = (ms: number) => Promise<void>

/** Looks until the screen and its targets are there, or the answer no longer changes. */
export async function settle(
  page: AppPage,
  request: ProbeRequest,
  screen: string,
  sleep: Sleep,
): Promise<ProbeAnswer> {
  let last: ProbeAnswer = { sightings: [] }
  let quiet = 0
  for (let waited = 0; waited < SETTLE_MS; waited += LOOK_MS) {
    const answer = (await page.look(request)) ?? { sightings: [] }
    const isSame = JSON.stringify(answer) === JSON.stringify(last)
    quiet = isSame ? quiet + LOOK_MS : 0
    last = answer
    const isWell =
      answer.screen === screen && answer.sightings.every(({ state }) => state === 'found')
    // Twice: on the way to a sign-in, a page may stand at its address for a moment.
    if (isSame && (isWell || quiet >= QUIET_MS)) break
    await sleep(LOOK_MS)
  }
  return last
}
