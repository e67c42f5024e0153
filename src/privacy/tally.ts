import * as v from 'valibot'
import { countBucket } from '../vocabulary/bucket.ts'
import { type Tally, tallySchema } from '../vocabulary/tally.ts'
import { firstBits, type LastSeen } from './firsts.ts'
import { countedKey, type Subject } from './subject.ts'

/** How often one thing happened in one hour so far. `hour` in epoch hours. */
export interface Cell {
  key: string
  hour: number
  subject: Subject
  count: number
}

/** What goes on every record of this browser: all of it set by policy, none of it about a person. */
export interface TallySource {
  cohort?: string
  department?: string
  /** A random UUIDv4: it must hold no time and no machine. */
  uuid: () => string
}

/** The cell of a subject in an hour, with `more` events added to what was counted before. */
export function addToCell(
  before: Cell | undefined,
  hour: number,
  subject: Subject,
  more = 1,
): Cell {
  const count = (before?.count ?? 0) + more
  return { key: cellKey(hour, subject), hour, subject, count }
}

export function cellKey(hour: number, subject: Subject): string {
  return `${hour}|${countedKey(subject)}`
}

/**
 * The only builder of records: one cell becomes one tally. `undefined` where the cell does not fit
 * the dictionary (a damaged store, a clock beyond 2100), so that nothing else can leave.
 */
export function buildTally(
  { hour, subject, count }: Cell,
  seen: LastSeen | undefined,
  { cohort, department, uuid }: TallySource,
): Tally | undefined {
  const built = v.safeParse(tallySchema, {
    uid: uuid(),
    hour,
    ...subject,
    count: countBucket(count),
    ...firstBits(seen, hour),
    ...(cohort === undefined ? {} : { cohort }),
    ...(department === undefined ? {} : { department }),
  })
  return built.success ? built.output : undefined
}
