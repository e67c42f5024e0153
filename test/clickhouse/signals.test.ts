import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@clickhouse/client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCollector } from '../../src/collector/start.ts'
import { openClickhouseSignals } from '../../src/collector/store/clickhouse/signals.ts'
import { openPglite } from '../../src/collector/store/pglite.ts'
import { createSqlSignals, type SignalStore } from '../../src/collector/store/signals.ts'
import { createStore } from '../../src/collector/store/store.ts'
import { useTempFolder } from '../../src/collector/testing/app.ts'
import { bodyOf, makeTally, NOON } from '../../src/collector/testing/tallies.ts'
import { startClickhouse } from './start.ts'

const DAY = Math.floor(NOON / 86_400_000)
const folder = mkdtempSync(join(tmpdir(), 'handrail-clickhouse-'))
const tempFolder = useTempFolder()
let engine: Awaited<ReturnType<typeof startClickhouse>>
let client: ReturnType<typeof createClient>
let signals: SignalStore

beforeAll(async () => {
  engine = await startClickhouse(folder)
  client = createClient({ url: engine.url })
  signals = await openClickhouseSignals(engine.url)
})
afterEach(async () => {
  for (const table of ['tallies', 'recent', 'closed'])
    await client.command({ query: `truncate table ${table}` })
})
afterAll(async () => {
  await signals.close()
  await client.close()
  await engine.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function countOf(table: string): Promise<number> {
  const answer = await client.query({
    query: `select count() as n from ${table}`,
    format: 'JSONEachRow',
  })
  const [row] = await answer.json<{ n: string }>()
  return Number(row?.n)
}

const anything = (n: number) =>
  makeTally({
    hour: (DAY - (n % 3)) * 24 + (n % 5),
    screen: `s${n % 4}`,
    count: ([1, 2, 4, 8] as const)[n % 4] ?? 1,
    firstToday: n % 2 === 0,
    firstThisWeek: n % 3 === 0,
    department: n % 2 === 0 ? 'icu' : 'surgery',
  })

test('a record that comes again, in whatever company, counts once, merged or not', async () => {
  const [a, b] = [makeTally({ count: 4 }), makeTally({ count: 2, firstToday: false })]
  await signals.add([a], NOON)
  await signals.add([a, b, b], NOON)
  await signals.add([b, a], NOON + 3_600_000)
  const expected = [{ day: DAY, screen: 'vitals', count: 6, clients: 1 }]
  expect(await countOf('tallies')).toBeGreaterThan(2)
  expect(await signals.readCells(DAY, DAY)).toMatchObject(expected)
  for (const table of ['tallies', 'recent'])
    await client.command({ query: `optimize table ${table} final` })
  expect(await countOf('tallies')).toBe(2)
  expect(await signals.readCells(DAY, DAY)).toMatchObject(expected)
})

test('counts are those of the other store, whatever comes twice', async () => {
  const database = await openPglite()
  await createStore(database)
  const sql = createSqlSignals(database)
  const tallies = Array.from({ length: 300 }, (_, n) => anything(n))
  for (const store of [signals, sql]) {
    await store.add(tallies.slice(0, 200), NOON)
    await store.add(tallies.slice(100), NOON)
  }
  const inOrder = (cells: object[]) => cells.map((cell) => JSON.stringify(cell)).toSorted()
  const [ours, theirs] = [await signals.readCells(0, DAY), await sql.readCells(0, DAY)]
  await database.close()
  expect(ours.length).toBeGreaterThan(8)
  expect(inOrder(ours)).toEqual(inOrder(theirs))
})

test('days are closed: uids go, what was counted stays, and closing twice changes nothing', async () => {
  await signals.add(
    Array.from({ length: 60 }, (_, n) => anything(n)),
    NOON,
  )
  const before = await signals.readCells(0, DAY)
  await signals.dropTalliesBefore(DAY)
  expect(await signals.readCells(0, DAY)).toEqual(before)
  expect(await countOf(`tallies where day < ${DAY}`)).toBe(0)
  expect(await countOf(`recent where day < ${DAY}`)).toBe(0)
  await signals.dropTalliesBefore(DAY)
  expect(await signals.readCells(0, DAY)).toEqual(before)
  await signals.dropRollupsBefore(DAY - 1)
  expect(await signals.readCells(0, DAY)).toEqual(before.filter(({ day }) => day >= DAY - 1))
})

test('two collectors that close a day at once, or one that was killed in between, count it once', async () => {
  await signals.add(
    Array.from({ length: 60 }, (_, n) => anything(n)),
    NOON,
  )
  const before = await signals.readCells(0, DAY)
  const other = await openClickhouseSignals(engine.url)
  // What one did that got no further than the first of its three steps.
  const columns =
    'day, hour, app, pack_version, kind, screen, target, role, walkthrough, step, survey, outcome, cohort, department'
  const half = `insert into closed select ${columns}, 1 as count, 1 as first_today, 1 as first_this_week from tallies where day = ${DAY - 1}`
  await client.command({ query: half })
  expect(await signals.readCells(0, DAY)).toEqual(before)
  await Promise.all([signals.dropTalliesBefore(DAY), other.dropTalliesBefore(DAY)])
  await other.close()
  expect(await signals.readCells(0, DAY)).toEqual(before)
})

test('a collector keeps records there, and the rest in its database', async () => {
  const started = await startCollector({
    dataDir: tempFolder(),
    port: 0,
    clickhouseUrl: engine.url,
    demo: true,
    now: () => NOON,
  })
  if (!started.ok) throw new Error(started.message)
  const { url, ingestToken, adminLink, stop } = started.value
  const send = (payload: object) =>
    fetch(`${url}/v1/logs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ingestToken}`, 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    })
  const body = bodyOf(Array.from({ length: 20 }, () => makeTally()))
  expect([(await send(body)).status, (await send(body)).status]).toEqual([200, 200])
  const session = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: new URL(adminLink).searchParams.get('key') }),
  })
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
  const summary = await (await fetch(`${url}/v1/summary`, { headers: { cookie } })).json()
  const ready = await (await fetch(`${url}/readyz`)).json()
  await stop()
  expect(summary.totals.visits.count).toBe(20)
  expect(ready).toMatchObject({ status: 'ok', store: 'pglite+clickhouse' })
})

test('what was acknowledged outlives a kill of the engine; without it there is no acknowledgement', async () => {
  const own = mkdtempSync(join(tmpdir(), 'handrail-clickhouse-'))
  const first = await startClickhouse(own)
  const store = await openClickhouseSignals(first.url)
  await store.add(
    Array.from({ length: 50 }, () => makeTally()),
    NOON,
  )
  await first.stop('SIGKILL')
  await expect(store.add([makeTally()], NOON)).rejects.toThrow()
  await store.close()
  const second = await startClickhouse(own)
  const again = await openClickhouseSignals(second.url)
  const cells = await again.readCells(DAY, DAY)
  await again.close()
  await second.stop()
  rmSync(own, { recursive: true, force: true })
  expect(cells).toMatchObject([{ count: 50, clients: 50 }])
})
