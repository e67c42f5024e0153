import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queryable, Row } from './database.ts'

function queryable(source: PGlite | Transaction): Queryable {
  return {
    async query(sql, params = []) {
      return (await source.query<Row>(sql, [...params])).rows
    },
  }
}

/** PostgreSQL inside this process: in `folder`, or in memory where none is given. */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder)
  return {
    engine: 'pglite',
    ...queryable(pglite),
    transaction: (work) => pglite.transaction((tx) => work(queryable(tx))),
    close: () => pglite.close(),
  }
}
