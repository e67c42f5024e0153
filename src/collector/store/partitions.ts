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
 * Makes the partitions of these days where there are none. Each is made apart and then attached,
 * since `partition of` waits for whoever reads `tallies`, such as a backup, and all writers for it.
 */
export async function addPartitions(tx: Queryable, days: Iterable<number>): Promise<void> {
  const there = new Set(await listPartitions(tx))
  for (const day of [...days].map(Math.trunc).toSorted((a, b) => a - b)) {
    if (there.has(day)) continue
    await tx.query(`create table tallies_d${day} (like tallies including defaults)`)
    await tx.query(`alter table tallies attach partition tallies_d${day} for values in (${day})`)
  }
}

/** The days that have a partition. */
export async function listPartitions(source: Queryable): Promise<number[]> {
  const rows = await source.query(
    `select inhrelid::regclass::text as name from pg_inherits
     where inhparent = 'tallies'::regclass`,
  )
  return rows.flatMap(({ name }) => {
    const [, day] = NAME.exec(String(name)) ?? []
    return day === undefined ? [] : [Number(day)]
  })
}

/**
 * The daily partitions of `tallies`, made when a record of a new day comes and dropped whole.
 * `day` is a UTC day since 1970.
 */
export function createPartitions(database: Database) {
  const known = new Set<number>()
  return {
    /** Sees to it that records of these days have a place. */
    async ensure(days: Iterable<number>): Promise<void> {
      const missing = [...new Set(days)].filter((day) => !known.has(day))
      if (missing.length === 0) return
      await withTurn(database, (tx) => addPartitions(tx, missing))
      for (const day of missing) known.add(day)
    },

    /** What was known may not hold any more: somebody else dropped a partition, or all of them. */
    forget: () => known.clear(),

    /** Drops single records, and so their uids, of days before `day`: what is rolled up stays. */
    async dropBefore(day: number): Promise<void> {
      await withTurn(database, async (tx) => {
        for (const old of await listPartitions(tx)) {
          if (old >= day) continue
          await tx.query(`drop table tallies_d${old}`)
          known.delete(old)
        }
      })
    },
  }
}
