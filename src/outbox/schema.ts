import type { LastSeen } from '../privacy/firsts.ts'
import type { Cell } from '../privacy/tally.ts'
import type { Note } from '../vocabulary/note.ts'
import type { Tally } from '../vocabulary/tally.ts'

export const DATABASE_NAME = 'handrail'
export const DATABASE_VERSION = 2

/** The shape of a waiting record; raised when that changes. Rows without one are of the first. */
export const ROW_VERSION = 1

/** A record that waits. Times in ms since 1970. */
export interface WaitingRecord {
  uid: string
  version?: number
  tally: Tally
  /** `quarantined`: the collector refused this one record; it is kept until it is too old, not sent. */
  state: 'ready' | 'quarantined'
  /** Until when a flusher has it; a flusher that was killed lets it lapse. */
  leasedUntil: number
  bytes: number
}

/** One request that was taken: tallies, or one note. */
export interface LoggedBatch {
  sentAt: number
  tallies: Tally[]
  note?: Note
  /** The bytes of the request, as text; earlier releases kept none. */
  body?: string
}

/** One row of each store; every store keeps its key within the row. */
export interface Rows {
  cells: Cell
  firsts: LastSeen & { key: string }
  seen: { uid: string; hour: number }
  records: WaitingRecord
  notes: { uid: string; note: Note; leasedUntil: number }
  log: LoggedBatch & { id: string }
  meta: { key: string; value: unknown }
}

export type StoreName = keyof Rows

export const KEY_PATHS = {
  cells: 'key',
  firsts: 'key',
  seen: 'uid',
  records: 'uid',
  notes: 'uid',
  log: 'id',
  meta: 'key',
} as const satisfies Record<StoreName, string>

export const STORE_NAMES = Object.keys(KEY_PATHS) as StoreName[]
