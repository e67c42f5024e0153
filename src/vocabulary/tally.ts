import * as v from 'valibot'
import { COUNT_BUCKETS } from './bucket.ts'
import { entryOf } from './dictionary.ts'
import { identifier } from './identifier.ts'
import { fitsDictionary, subjectEntries } from './signal.ts'
import { uid } from './uid.ts'

/** Hours since 1970-01-01T00:00Z; the bound is the year 2100. */
export const epochHour = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1_139_568))

/** One record of the wire: how often one thing happened in one hour, and nothing about who. */
export const tallySchema = v.pipe(
  v.strictObject({
    uid,
    hour: epochHour,
    ...subjectEntries,
    count: v.picklist(COUNT_BUCKETS),
    firstToday: v.boolean(),
    firstThisWeek: v.boolean(),
    cohort: v.optional(identifier),
    department: v.optional(identifier),
  }),
  fitsDictionary(),
  v.check(
    ({ kind, count }) => entryOf(kind).counts.includes(count),
    'a count is a bucket of its kind',
  ),
)

export type Tally = v.InferOutput<typeof tallySchema>

export const HOUR_MS = 3_600_000

/** The hour that a moment (ms since 1970) falls in. */
export function hourOf(at: number): number {
  return Math.floor(at / HOUR_MS)
}
