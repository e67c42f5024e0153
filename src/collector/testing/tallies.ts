import { randomUUID } from 'node:crypto'
import { encodeBatch } from '../../vocabulary/otlp.ts'
import { hourOf, type Tally } from '../../vocabulary/tally.ts'

/** Noon of a day in 2026, ms since 1970: the clock of the collector's tests. */
export const NOON = Date.parse('2026-11-24T12:00:00Z')

/** A visit to the vitals screen in the hour of `NOON`, or what `part` says. */
export function makeTally(part: Partial<Tally> = {}): Tally {
  const visit = { kind: 'visit', app: 'openmrs', packVersion: 1, screen: 'vitals' } as const
  const subject = part.kind === undefined ? visit : { kind: part.kind }
  return {
    uid: randomUUID(),
    hour: hourOf(NOON),
    ...subject,
    count: 1,
    firstToday: true,
    firstThisWeek: true,
    ...part,
  }
}

/** The same as a request body. */
export function bodyOf(tallies: readonly Tally[]) {
  return encodeBatch(tallies, '0.1.0', hourOf(NOON))
}
