import { existsSync } from 'node:fs'
import { lockFolder } from '../folder-lock.ts'
import type { Start } from '../start-result.ts'
import type { Database } from '../store/database.ts'
import { embeddedFolder, openDatabase } from '../store/open.ts'
import { backUp, restoreFrom } from './file.ts'

interface Place {
  dataDir: string
  databaseUrl?: string
}

/**
 * Does something with the database of a collector that does not run on it. The embedded one is one
 * process's; a PostgreSQL server is open to several.
 */
async function withDatabase<Value>(
  place: Place,
  work: (database: Database) => Promise<Start<Value>>,
): Promise<Start<Value>> {
  const isEmbedded = place.databaseUrl === undefined
  const lock = isEmbedded ? await lockFolder(place.dataDir) : undefined
  if (lock?.ok === false) return lock
  try {
    const database = await openDatabase(place)
    try {
      return await work(database)
    } finally {
      await database.close()
    }
  } finally {
    await lock?.value()
  }
}

/** `collector backup FILE`: what was done, in words. */
export async function runBackup(place: Place, file: string, now: Date): Promise<Start<string>> {
  if (place.databaseUrl === undefined && !existsSync(embeddedFolder(place.dataDir)))
    return {
      ok: false,
      message: `there is no database in ${place.dataDir}: name the folder with --data`,
    }
  const done = await withDatabase(place, (database) => backUp(database, file, now))
  if (!done.ok) return done
  return {
    ok: true,
    value: `${file}: ${done.value} rows\nThe secrets are not in it: keep a copy of ${place.dataDir}/collector.json in a safe place.`,
  }
}

/** `collector restore FILE`: what was done, in words. */
export async function runRestore(
  place: Place,
  file: string,
  replace: boolean,
): Promise<Start<string>> {
  const done = await withDatabase(place, (database) => restoreFrom(database, file, { replace }))
  return done.ok ? { ok: true, value: `${done.value} rows restored from ${file}` } : done
}
