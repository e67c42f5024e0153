import type { Tally } from '../../vocabulary/tally.ts'
import type { Cell } from '../summary/cell.ts'
import type { Database } from './database.ts'
import { createPartitions } from './partitions.ts'
import { addTallies, dropRollupsBefore, readCells } from './tallies.ts'
import { dayOfHour } from './tally-row.ts'

/** Where records are kept. Days are UTC days since 1970. */
export interface SignalStore {
  /** Stores a batch durably, each record once; returns how many were new, as far as it can tell. */
  add(tallies: readonly Tally[], receivedAt: number): Promise<number>
  /** What was counted from one day to another, both included. */
  readCells(fromDay: number, toDay: number): Promise<Cell[]>
  /** Drops single records, and so their uids, of days before `day`: what was counted stays. */
  dropTalliesBefore(day: number): Promise<void>
  /** Drops what was counted of days before `day`. */
  dropRollupsBefore(day: number): Promise<void>
  /** Rejects where the store does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Records in the collector's own database. */
export function createSqlSignals(database: Database): SignalStore {
  const partitions = createPartitions(database)
  return {
    async add(tallies, receivedAt) {
      await partitions.ensure(tallies.map(({ hour }) => dayOfHour(hour)))
      try {
        return await addTallies(database, tallies, receivedAt)
      } catch (error) {
        partitions.forget()
        throw error
      }
    },
    readCells: (fromDay, toDay) => readCells(database, fromDay, toDay),
    dropTalliesBefore: partitions.dropBefore,
    dropRollupsBefore: (day) => dropRollupsBefore(database, day),
    ping: async () => {
      await database.query('select 1')
    },
    close: async () => {},
  }
}
