import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type AppOptions, createApp } from '../app.ts'
import type { Database } from '../store/database.ts'
import { TABLES } from '../store/migrations.ts'
import { openPglite } from '../store/pglite.ts'
import { createStore, type Store } from '../store/store.ts'
import { NOON } from './tallies.ts'

export const INGEST = { authorization: 'Bearer ingest-token-of-the-tests' }
export const PUBLISH = { authorization: 'Bearer publish-token-of-the-tests' }
export const ADMIN_KEY = 'admin-key-of-the-tests'

/**
 * Registers an in-memory store for the tests of a file, emptied after each one, and returns how to
 * get it and how to make an app on it.
 */
export function useTestCollector() {
  let database: Database
  let store: Store
  const stops: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    database = await openPglite()
    store = await createStore(database)
  }, 60_000)
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop()
    await database.query(`truncate ${TABLES.join(', ')}`)
  })
  afterAll(() => database.close())
  return {
    database: () => database,
    store: () => store,
    app(options: Partial<AppOptions> = {}) {
      const app = createApp({
        store,
        ingestTokens: ['', 'ingest-token-of-the-tests'],
        publishTokens: ['publish-token-of-the-tests'],
        adminKey: ADMIN_KEY,
        trustedKeys: [],
        minGroup: 11,
        demo: false,
        keepNotesDays: 180,
        quota: 60_000,
        now: () => NOON,
        dashboardDir: join(tmpdir(), 'no-dashboard-here'),
        ...options,
      })
      stops.push(() => app.close())
      return app
    },
  }
}

/** A new folder that is gone after the test. */
export function useTempFolder(): () => string {
  const folders: string[] = []
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'handrail-collector-'))
    folders.push(folder)
    return folder
  }
}
