import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { hourOf, type Tally } from '../vocabulary/tally.ts'
import type { Database } from './store/database.ts'
import { openPglite } from './store/pglite.ts'
import { openPostgresql } from './store/postgresql.ts'
import { useTempFolder } from './testing/app.ts'
import { createCollectorProcess } from './testing/collector-process.ts'
import { startPostgres } from './testing/postgres.ts'
import { bodyOf, makeTally } from './testing/tallies.ts'

const KILLS = 2
const SENDERS = 4
const BATCH = 50

const tempFolder = useTempFolder()
const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

interface Ground {
  databaseUrl?: string
  read: (dataDir: string) => Promise<Database>
}

const GROUNDS: [string, () => Promise<Ground>][] = [
  ['PGlite', async () => ({ read: (dataDir) => openPglite(join(dataDir, 'database')) })],
  [
    'PostgreSQL',
    async () => {
      const { url, stop } = await startPostgres()
      stops.push(stop)
      return { databaseUrl: url, read: async () => openPostgresql(url) }
    },
  ],
]

test.each(GROUNDS)(
  'kill -9 in the middle of ingest: what was acknowledged is there, and counts once, on %s',
  async (_name, lay) => {
    const { databaseUrl, read } = await lay()
    const dataDir = tempFolder()
    const collector = createCollectorProcess({
      dataDir,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    })
    stops.push(collector.stop)
    const acknowledged = new Set<string>()
    const sent = new Set<string>()
    let isOver = false

    /** Whether the collector said 200; a connection that broke off said nothing. */
    async function send(url: string, tallies: Tally[]): Promise<boolean> {
      const headers = {
        authorization: `Bearer ${collector.secrets().ingestToken}`,
        'content-type': 'application/json',
      }
      const body = JSON.stringify(bodyOf(tallies))
      for (const { uid } of tallies) sent.add(uid)
      return fetch(`${url}/v1/logs`, { method: 'POST', headers, body }).then(
        async (response) => response.ok && (await response.json()) !== undefined,
        () => false,
      )
    }

    async function keepSending(url: string): Promise<Tally[][]> {
      const unanswered: Tally[][] = []
      while (!isOver) {
        const batch = Array.from({ length: BATCH }, () => makeTally({ hour: hourOf(Date.now()) }))
        if (await send(url, batch)) for (const { uid } of batch) acknowledged.add(uid)
        else {
          unanswered.push(batch)
          break
        }
      }
      return unanswered
    }

    let retries: Tally[][] = []
    for (let round = 0; round < KILLS; round++) {
      const url = await collector.start()
      // What got no answer before goes again, as a browser's queue does it.
      for (const batch of retries)
        if (await send(url, batch)) for (const { uid } of batch) acknowledged.add(uid)
      const before = acknowledged.size
      const senders = Array.from({ length: SENDERS }, () => keepSending(url))
      await expect
        .poll(() => acknowledged.size - before, { timeout: 30_000, interval: 5 })
        .toBeGreaterThan(BATCH * SENDERS)
      await collector.kill()
      retries = (await Promise.all(senders)).flat()
    }
    isOver = true
    const url = await collector.start()
    for (const batch of retries) {
      expect(await send(url, batch)).toBe(true)
      for (const { uid } of batch) acknowledged.add(uid)
    }
    await collector.stop()

    const database = await read(dataDir)
    stops.push(() => database.close())
    const stored = new Set((await database.query('select uid from tallies')).map(({ uid }) => uid))
    const [rolled] = await database.query('select sum(count)::int as n from rollups')
    expect([...acknowledged].filter((uid) => !stored.has(uid))).toEqual([])
    expect(stored.size).toBe(sent.size)
    expect(rolled?.n).toBe(sent.size)
    expect(acknowledged.size).toBe(sent.size)
  },
  180_000,
)
