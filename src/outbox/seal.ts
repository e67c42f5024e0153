import * as v from 'valibot'
import { dayAndWeek, FIRSTS_KEPT_DAYS } from '../privacy/firsts.ts'
import { subjectKey } from '../privacy/subject.ts'
import { buildTally, type TallySource } from '../privacy/tally.ts'
import { HOUR_MS, tallySchema } from '../vocabulary/tally.ts'
import { count } from './accept.ts'
import { RECORD_AGE_MAX_MS, RECORD_BYTES_MAX } from './limits.ts'
import { ROW_VERSION, type WaitingRecord } from './schema.ts'
import type { Transaction } from './store.ts'

const VERSION_LOST = { kind: 'lost', outcome: 'version' } as const

/**
 * Turns open cells of hours before `beforeHour` into records, with their first-time bits. `hour` is
 * the present one. Needs the stores `cells`, `firsts` and `records`: in one transaction, a kill
 * leaves all or nothing.
 */
export async function sealCells(
  transaction: Transaction,
  source: TallySource,
  hour: number,
  beforeHour: number,
): Promise<void> {
  const cells = await transaction.all('cells')
  for (const cell of cells.toSorted((a, b) => a.hour - b.hour)) {
    if (cell.hour >= beforeHour) continue
    const key = subjectKey(cell.subject)
    const tally = buildTally(cell, await transaction.get('firsts', key), source)
    await transaction.delete('cells', cell.key)
    if (tally === undefined) {
      // A cell of another release, or of a clock that was far off. A lost note of a loss is none.
      const { kind } = cell.subject
      if (kind !== 'lost') await count(transaction, hour, VERSION_LOST, cell.count)
      continue
    }
    await transaction.put('firsts', { key, ...dayAndWeek(cell.hour) })
    const bytes = JSON.stringify(tally).length
    await transaction.put('records', {
      uid: tally.uid,
      version: ROW_VERSION,
      tally,
      state: 'ready',
      leasedUntil: 0,
      bytes,
    })
  }
}

/** Forgets subjects that were last counted more than a week before `hour`. */
export async function forgetFirsts(transaction: Transaction, hour: number): Promise<void> {
  const { day } = dayAndWeek(hour)
  for (const seen of await transaction.all('firsts'))
    if (Math.abs(day - seen.day) > FIRSTS_KEPT_DAYS) await transaction.delete('firsts', seen.key)
}

/** Records from the oldest to the newest. */
export function byAge(records: readonly WaitingRecord[]): WaitingRecord[] {
  return records.toSorted((a, b) => a.tally.hour - b.tally.hour)
}

/**
 * Drops rows that an update, or a step back, has made unreadable: of another shape, or with what
 * this release's dictionary does not hold. Counts them as losses of this hour. Needs the stores
 * `cells` and `records`.
 */
export async function dropForeignRecords(transaction: Transaction, hour: number): Promise<void> {
  let lost = 0
  for (const record of await transaction.all('records')) {
    const { uid, tally, state, version = 1 } = record
    if (version === ROW_VERSION && v.is(tallySchema, tally)) continue
    await transaction.delete('records', uid)
    if (state !== 'quarantined') lost += 1
  }
  if (lost > 0) await count(transaction, hour, VERSION_LOST, lost)
}

/**
 * Drops what is too old, then the oldest until the rest fits, and counts both as losses of this
 * hour. Needs the stores `cells` and `records`.
 */
export async function pruneRecords(transaction: Transaction, hour: number): Promise<void> {
  const records = byAge(await transaction.all('records'))
  let bytes = records.reduce((sum, record) => sum + record.bytes, 0)
  const oldest = hour - RECORD_AGE_MAX_MS / HOUR_MS
  const lost = { age: 0, bytes: 0 }
  for (const { uid, tally, state, bytes: size } of records) {
    const isOld = tally.hour < oldest
    if (!isOld && bytes <= RECORD_BYTES_MAX) continue
    await transaction.delete('records', uid)
    bytes -= size
    // A quarantined record was counted when the collector refused it.
    if (state === 'ready') lost[isOld ? 'age' : 'bytes'] += 1
  }
  for (const outcome of ['age', 'bytes'] as const)
    if (lost[outcome] > 0) await count(transaction, hour, { kind: 'lost', outcome }, lost[outcome])
}
