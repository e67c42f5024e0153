import { PGlite } from '@electric-sql/pglite'

/** Every row of the collector's database, as text. */
export async function dumpDatabase(folder: string): Promise<string> {
  const database = await PGlite.create(folder)
  try {
    const { rows } = await database.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public'",
    )
    const dumps = rows.map(({ tablename }) => database.query(`select * from "${tablename}"`))
    return JSON.stringify(await Promise.all(dumps))
  } finally {
    await database.close()
  }
}
