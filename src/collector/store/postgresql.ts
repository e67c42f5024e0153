import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Database, Queryable, Row } from './database.ts'

function queryable(source: pg.Pool | pg.PoolClient): Omit<Queryable, 'copy'> {
  return {
    async query(sql, params = []) {
      return (await source.query<Row>(sql, [...params])).rows
    },
  }
}

async function copyIn(client: pg.PoolClient, into: string, text: string): Promise<void> {
  await pipeline([text], client.query(copyFrom(`copy ${into} from stdin`)))
}

const onClient = (client: pg.PoolClient): Queryable => ({
  ...queryable(client),
  copy: (into, text) => copyIn(client, into, text),
})

async function inTransaction<Value>(pool: pg.Pool, work: (tx: Queryable) => Promise<Value>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const value = await work(onClient(client))
    await client.query('commit')
    client.release()
    return value
  } catch (error) {
    // A connection that can't even roll back is of no further use.
    const broken = await client.query('rollback').then(
      () => undefined,
      (cause: unknown) => (cause instanceof Error ? cause : true),
    )
    client.release(broken)
    throw error
  }
}

/** A PostgreSQL server by its URL. Connections are made when first needed. */
export function openPostgresql(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
  })
  // Without a listener, an idle connection that the server drops would end the process. The next
  // query opens another one, or fails and says so.
  pool.on('error', () => {})
  // The pool listens to idle connections only: one that is dropped within a transaction would do
  // the same. The query under way, or the next, fails and says so.
  pool.on('connect', (client) => client.on('error', () => {}))
  const transaction: Database['transaction'] = (work) => inTransaction(pool, work)
  return {
    engine: 'postgresql',
    ...queryable(pool),
    copy: (into, text) => transaction((tx) => tx.copy(into, text)),
    transaction,
    close: () => pool.end(),
  }
}
