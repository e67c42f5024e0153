import type { Sighting } from '../../probe/sighting.ts'

/** Why a screen could not be checked. `shows` is the id of the screen that is there instead. */
export type NotReached =
  | { because: 'no-example' }
  | { because: 'form' }
  | { because: 'no-way' }
  | { because: 'other-screen'; shows: string }
  | { because: 'unknown-screen' }
  | { because: 'other-site' }
  | { because: 'status'; status: number }
  | { because: 'not-loaded' }
  | { because: 'not-opened'; target: string }

/** What came of one example of a screen. */
export type Visit = { screen: string; example?: string } & (
  | { reached: true; sightings: readonly Sighting[] }
  | ({ reached: false } & NotReached)
)

/** Screens that no address shows are left out of the verdict, not held against the app. */
const UNASKED: readonly NotReached['because'][] = ['form', 'no-way', 'no-example']

/** Exit codes of `handrail health`. */
export const EXIT = { allFound: 0, someNot: 1, notRun: 2 } as const

/**
 * All found only where every screen that an address can show was reached, too: a session that has
 * ended must not look like health. A form that nobody asked to open counts neither way.
 */
export function exitCode(visits: readonly Visit[]): number {
  if (!visits.some(({ reached }) => reached)) return EXIT.notRun
  const isWell = visits.every((visit) =>
    visit.reached
      ? visit.sightings.every(({ state }) => state === 'found')
      : UNASKED.includes(visit.because),
  )
  return isWell ? EXIT.allFound : EXIT.someNot
}
