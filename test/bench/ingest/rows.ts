import { randomUUID } from 'node:crypto'
import { hourOf, type Tally } from '../../../src/vocabulary/tally.ts'

const KINDS = ['visit', 'dead_click', 'rage_click', 'u_turn'] as const
const SCREENS = 60
const HOURS = 24

/** Tallies as a hospital sends them: some screens and kinds, over a day, most of them visits. */
export function makeRows(count: number): Tally[] {
  const hour = hourOf(Date.now())
  return Array.from({ length: count }, (_, n) => ({
    uid: randomUUID(),
    hour: hour - (n % HOURS),
    kind: KINDS[n % 8 < 5 ? 0 : n % 4] ?? 'visit',
    app: 'openmrs',
    packVersion: 1,
    screen: `s${(n * 7) % SCREENS}`,
    count: 1,
    firstToday: n % 3 === 0,
    firstThisWeek: n % 9 === 0,
  }))
}

const GROWTH_DAYS = 14
const DEPARTMENTS = ['icu', 'emergency', 'surgery', 'cardiology', 'oncology', 'paediatrics']
const COHORTS = ['pilot', 'control']
const OUTCOMES = ['started', 'completed', 'abandoned'] as const

const pick = <Value>(from: readonly Value[], at: number) => from[at % from.length] as Value

/**
 * Rows `from` … of `all` that a whole hospital sends in a fortnight, one hour after the other: every
 * screen, kind, department and cohort in every hour, so that roll-ups are as many as they get.
 */
export function makeFortnight(count: number, from: number, all: number): Tally[] {
  const begin = hourOf(Date.now()) - GROWTH_DAYS * HOURS
  return Array.from({ length: count }, (_, index) => {
    // A walk that visits every combination in no regular order.
    const n = Math.imul(from + index, 0x9e3779b1) >>> 0
    const about =
      n % 10 === 0
        ? ({
            kind: 'walkthrough',
            walkthrough: `w${n % 23}`,
            outcome: pick(OUTCOMES, n >>> 5),
          } as const)
        : { kind: pick(KINDS, (n >>> 3) % 8 < 5 ? 0 : n >>> 6), screen: `s${(n >>> 9) % SCREENS}` }
    return {
      uid: randomUUID(),
      hour: begin + Math.floor(((from + index) / all) * GROWTH_DAYS * HOURS),
      ...about,
      app: 'openmrs',
      packVersion: 1,
      count: pick([1, 1, 1, 2, 4, 8] as const, n >>> 7),
      firstToday: n % 3 === 0,
      firstThisWeek: n % 9 === 0,
      cohort: pick(COHORTS, n >>> 11),
      department: pick(DEPARTMENTS, n >>> 13),
    }
  })
}
