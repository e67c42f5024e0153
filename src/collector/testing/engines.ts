import type { Database } from '../store/database.ts'
import { openPglite } from '../store/pglite.ts'
import { openPostgresql } from '../store/postgresql.ts'
import { startPostgres } from './postgres.ts'

/** A server of its own; `TEST_DATABASE_URL` names another, whose `public` schema must be empty. */
async function openTestPostgresql(): Promise<Database> {
  const given = process.env.TEST_DATABASE_URL
  const server = given === undefined ? await startPostgres() : undefined
  const database = openPostgresql(server?.url ?? given ?? '')
  const close = async () => {
    await database.close()
    await server?.stop()
  }
  return { ...database, close }
}

/** Both engines by name, each with how to open an empty one. */
export const ENGINES: [string, () => Promise<Database>][] = [
  ['PGlite', () => openPglite()],
  ['PostgreSQL', openTestPostgresql],
]
