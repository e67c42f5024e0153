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
