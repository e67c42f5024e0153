import { join } from 'node:path'
import type { Database } from './database.ts'
import { openPglite } from './pglite.ts'
import { openPostgresql } from './postgresql.ts'

interface Place {
  /** A PostgreSQL server in place of the embedded database. */
  databaseUrl?: string
  /** The folder that the embedded database is in; without it, in memory. */
  dataDir?: string
}

/** Where the embedded database of a data folder is. */
export const embeddedFolder = (dataDir: string) => join(dataDir, 'database')

/** The collector's database. Its tables are left as they are. */
export async function openDatabase({ databaseUrl, dataDir }: Place): Promise<Database> {
  if (databaseUrl !== undefined) return openPostgresql(databaseUrl)
  return openPglite(dataDir === undefined ? undefined : embeddedFolder(dataDir))
}
