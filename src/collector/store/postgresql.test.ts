import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../testing/postgres.ts'
import { makeTally, NOON } from '../testing/tallies.ts'
import type { Database } from './database.ts'
import { openPostgresql } from './postgresql.ts'
import { createStore } from './store.ts'

let server: Postgres
let database: Database
let other: Database
beforeAll(async () => {
  server = await startPostgres()
  database = openPostgresql(server.url)
  other = openPostgresql(server.url)
}, 60_000)
afterAll(async () => {
  await database.close()
  await other.close()
  await server.stop()
})

/** Ends a server process, and waits until it is gone. */
async function end(pid: unknown): Promise<void> {
  await other.query('select pg_terminate_backend($1::integer, 5000)', [pid])
}

test('a connection that the server drops within a transaction fails that work, and no more', async () => {
  const work = database.transaction(async (tx) => {
    const [row] = await tx.query('select pg_backend_pid() as pid')
    await end(row?.pid)
    await tx.query('select 1')
  })
  await expect(work).rejects.toThrow()
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
})

test('records of a new day are taken while somebody, such as a backup, still reads', async () => {
  const store = await createStore(database)
  await store.addTallies([makeTally()], NOON)
  const added = await other.transaction(async (tx) => {
    await tx.query('select count(*) from tallies')
    const next = makeTally({ hour: makeTally().hour + 24 })
    return store.addTallies([next], NOON)
  })
  expect(added).toBe(1)
})
