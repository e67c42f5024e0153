import pg from 'pg'
import type { Database, Queryable, Row } from './database.ts'

function queryable(source: pg.Pool | pg.PoolClient): Queryable {
  return {
    async query(sql, params = []) {
      return (await source.query<Row>(sql, [...params])).rows
    },
  }
}

async function inTransaction<Value>(pool: pg.Pool, work: (tx: Queryable) => Promise<Value>) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const value = await work(queryable(client))
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
  return {
    engine: 'postgresql',
    ...queryable(pool),
    transaction: (work) => inTransaction(pool, work),
    close: () => pool.end(),
  }
}
