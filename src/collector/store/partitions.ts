import type { Database, Queryable } from './database.ts'

/** Any number: collectors that make or drop partitions of one server take turns by it. */
const TURN = 4319
const NAME = /tallies_d(\d{1,7})"?$/

const withTurn = <Value>(database: Database, work: (tx: Queryable) => Promise<Value>) =>
  database.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [TURN])
    return work(tx)
  })

/**
 * The daily partitions of `tallies`, made when a record of a new day comes and dropped whole.
 * `day` is a UTC day since 1970.
 */
export function createPartitions(database: Database) {
  const known = new Set<number>()
  return {
    /** Sees to it that records of these days have a place. */
    async ensure(days: Iterable<number>): Promise<void> {
      const missing = [...new Set(days)].filter((day) => !known.has(day)).toSorted((a, b) => a - b)
      if (missing.length === 0) return
      await withTurn(database, async (tx) => {
        for (const day of missing.map(Math.trunc))
          await tx.query(
            `create table if not exists tallies_d${day} partition of tallies for values in (${day})`,
          )
      })
      for (const day of missing) known.add(day)
    },

    /** Drops single records, and so their uids, of days before `day`: what is rolled up stays. */
    async dropBefore(day: number): Promise<void> {
      await withTurn(database, async (tx) => {
        const rows = await tx.query(
          `select inhrelid::regclass::text as name from pg_inherits
           where inhparent = 'tallies'::regclass`,
        )
        for (const name of rows.map((row) => String(row.name))) {
          const [, of] = NAME.exec(name) ?? []
          if (of === undefined || Number(of) >= day) continue
          await tx.query(`drop table ${name}`)
          known.delete(Number(of))
        }
      })
    },
  }
}
