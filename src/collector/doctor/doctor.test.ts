import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createKeyPair } from '../../vocabulary/signature.ts'
import { createSecrets } from '../secrets.ts'
import { startCollector } from '../start.ts'
import { migrate, STEPS } from '../store/migrations.ts'
import { embeddedFolder, openDatabase } from '../store/open.ts'
import { openPglite } from '../store/pglite.ts'
import { createStore } from '../store/store.ts'
import { useTempFolder } from '../testing/app.ts'
import { makeEnvelope } from '../testing/packs.ts'
import { makeTally, NOON } from '../testing/tallies.ts'
import { lookAtClickhouse, lookAtDatabaseUrl, lookAtHost } from './address.ts'
import { lookAtChannels } from './channels.ts'
import { lookAtDatabase } from './database.ts'
import { runDoctor } from './doctor.ts'

const tempFolder = useTempFolder()
const DAY_MS = 86_400_000
const stops: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

async function openEmpty() {
  const database = await openPglite()
  stops.push(database.close)
  return database
}

test('a collector that was started once is well, and looking changes nothing', async () => {
  const dataDir = join(tempFolder(), 'data')
  const started = await startCollector({ dataDir, port: 0 })
  if (started.ok) await started.value.stop()
  const { findings, isWell } = await runDoctor({ dataDir })
  expect(findings.filter(({ state }) => state === 'bad')).toEqual([])
  expect([isWell, findings.map(({ about }) => about)]).toEqual([
    true,
    ['data folder', 'secrets', 'disk', 'address', 'database', 'tables', 'clock', 'days', 'channel'],
  ])
  expect(await runDoctor({ dataDir: join(dataDir, 'none') })).toMatchObject({
    isWell: false,
    lines: [expect.stringMatching(/^bad {3}data folder: there is no .*--data/), expect.anything()],
  })
}, 60_000)

test('while a collector runs on the embedded database, it is asked', async () => {
  const dataDir = join(tempFolder(), 'data')
  const started = await startCollector({ dataDir, port: 0 })
  if (!started.ok) throw new Error(started.message)
  stops.push(started.value.stop)
  // The lock of another process, as a doctor in a process of its own sees it.
  await writeFile(join(dataDir, 'collector.pid'), String(process.ppid))
  const port = Number(new URL(started.value.url).port)
  expect((await runDoctor({ dataDir, port })).isWell).toBe(true)
  const { lines } = await runDoctor({ dataDir, port: 1 })
  expect(lines.join('\n')).toMatch(/^bad {3}database: .*--host and --port/m)
}, 60_000)

test('secrets that others may read, and an open folder, are told', async () => {
  const dataDir = tempFolder()
  await chmod(dataDir, 0o755)
  await writeFile(join(dataDir, 'collector.json'), JSON.stringify(createSecrets()), { mode: 0o644 })
  const { lines, isWell } = await runDoctor({ dataDir })
  expect(isWell).toBe(false)
  expect(lines.join('\n')).toMatch(/^watch data folder: .*chmod 700/m)
  expect(lines.join('\n')).toMatch(/^bad {3}secrets: .*chmod 600/m)
})

test('a database that can’t be reached is told, without the password', async () => {
  const dataDir = tempFolder()
  const databaseUrl = 'postgres://handrail:hidden-word@127.0.0.1:1/x'
  const { lines, isWell } = await runDoctor({ dataDir, databaseUrl })
  expect(isWell).toBe(false)
  expect(lines.join('\n')).toMatch(/^bad {3}database: it can’t be used \(ECONNREFUSED\)/m)
  expect(lines.join('\n')).not.toContain('hidden-word')
})

test('an embedded database that is damaged is told', async () => {
  const dataDir = tempFolder()
  await mkdir(embeddedFolder(dataDir), { recursive: true })
  await writeFile(join(embeddedFolder(dataDir), 'PG_VERSION'), 'nonsense')
  expect((await runDoctor({ dataDir })).isWell).toBe(false)
}, 60_000)

test.each([
  ['none', [], /^watch tables: there are none yet/],
  ['older', STEPS.slice(0, 1), /^watch tables: .*older.*back up/],
  ['newer', [...STEPS, ['select 1']], /^bad tables: .*newer.*update/],
])(
  'tables that are %s than this release’s',
  async (_what, steps, line) => {
    const database = await openEmpty()
    if (steps.length > 0) await migrate(database, steps)
    const findings = await lookAtDatabase(database, Date.now())
    expect(findings.map(({ state, about, says }) => `${state} ${about}: ${says}`)).toContainEqual(
      expect.stringMatching(line),
    )
  },
  60_000,
)

test('a wrong clock, and records that nobody has swept, are told', async () => {
  const database = await openEmpty()
  const store = await createStore(database)
  await store.addTallies([makeTally()], NOON)
  const states = async (now: number) =>
    Object.fromEntries((await lookAtDatabase(database, now)).map((one) => [one.about, one.state]))
  expect(await states(Date.now())).toMatchObject({ clock: 'good' })
  expect(await states(Date.now() + 10 * 60_000)).toMatchObject({ clock: 'bad' })
  expect(await states(NOON)).toMatchObject({ days: 'good' })
  expect(await states(NOON + 40 * DAY_MS)).toMatchObject({ days: 'watch' })
}, 60_000)

test('channels by signature and end', async () => {
  const database = await openEmpty()
  const store = await createStore(database)
  const keys = await createKeyPair()
  expect(await lookAtChannels(database, [], NOON)).toMatchObject([{ state: 'watch' }])
  const envelope = JSON.stringify(await makeEnvelope(keys))
  await store.putChannel({ name: 'main', version: 1, envelope }, 0)
  const look = (trusted: string[], at: number) => lookAtChannels(database, trusted, at)
  expect(await look([keys.publicKey], NOON - DAY_MS)).toMatchObject([
    { state: 'good', about: 'channel main', says: 'signed, holds for 8 days' },
  ])
  expect(await look([keys.publicKey], NOON + 2 * DAY_MS)).toMatchObject([{ state: 'watch' }])
  expect(await look([keys.publicKey], NOON + 8 * DAY_MS)).toMatchObject([
    { state: 'bad', says: expect.stringMatching(/has ended.*publish it anew/) },
  ])
  expect(await look([], NOON)).toMatchObject([{ state: 'bad' }])
}, 60_000)

test.each([
  ['127.0.0.1', 'good'],
  ['::1', 'good'],
  ['localhost', 'good'],
  ['0.0.0.0', 'watch'],
  ['127.example.org', 'watch'],
])('listening on %s is %s', (host, state) => {
  expect(lookAtHost(host)).toMatchObject([{ state }])
})

test.each([
  ['mysql://x/y', 'bad'],
  ['nonsense', 'bad'],
  ['postgres://127.0.0.1/x', 'good'],
  ['postgres:///x?host=/run/postgresql', 'good'],
  ['postgres://db.example.org/x', 'watch'],
  ['postgresql://db.example.org/x?sslmode=verify-full', 'good'],
])('DATABASE_URL %s is %s', (url, state) => {
  expect(lookAtDatabaseUrl(url)).toMatchObject([{ state }])
})

test.each([
  ['Ok.\n', 'good'],
  ['<html>', 'bad'],
])('CLICKHOUSE_URL where a server says %j is %s', async (says, state) => {
  const server = createServer((_request, response) => response.end(says))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.address() as AddressInfo
  expect(await lookAtClickhouse(`http://u:hidden@127.0.0.1:${port}/x`)).toMatchObject([{ state }])
})

test('CLICKHOUSE_URL where nothing is, or that is none, is bad', async () => {
  expect(await lookAtClickhouse('http://u:hidden@127.0.0.1:1/x')).toMatchObject([
    { state: 'bad', says: expect.not.stringContaining('hidden') },
  ])
  expect(await lookAtClickhouse('clickhouse://x')).toMatchObject([{ state: 'bad' }])
})

test('a newer release’s database keeps a collector from starting, with words', async () => {
  const dataDir = tempFolder()
  const database = await openDatabase({ dataDir })
  await migrate(database, [...STEPS, ['select 1']])
  await database.close()
  await expect(startCollector({ dataDir, port: 0 })).rejects.toThrow(/newer Handrail.*update/)
}, 60_000)
