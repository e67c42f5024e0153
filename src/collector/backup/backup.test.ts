import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../store/database.ts'
import { migrate, STEPS, TABLES } from '../store/migrations.ts'
import { openPglite } from '../store/pglite.ts'
import { createStore } from '../store/store.ts'
import { useTempFolder } from '../testing/app.ts'
import { ENGINES } from '../testing/engines.ts'
import { makeTally, NOON } from '../testing/tallies.ts'
import { backUp, restoreFrom } from './file.ts'

const DAY = Math.floor(NOON / 86_400_000)
const MADE_AT = new Date(NOON)
const tempFolder = useTempFolder()

/** Something of everything, with what is hard to carry over: bytes, numbers beyond 2^53, quotes. */
async function fill(database: Database) {
  const store = await createStore(database)
  const tallies = Array.from({ length: 30 }, (_, n) =>
    makeTally({ hour: (DAY - (n % 3)) * 24, count: 4 }),
  )
  await store.addTallies(tallies, NOON)
  const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
  for (let version = 1; version <= 20; version += 1)
    await store.putPack({ sha256: `${version}`.padStart(64, 'a'), id: 'openmrs', version, bytes })
  await store.putChannel({ name: 'main', version: 2 ** 40, envelope: '{"v":"\\"ü\\n#"}' }, 0)
  await store.putToken({ id: 'a1', site: 'ward', digest: 'd'.repeat(64), createdAt: NOON })
  await store.spendLink('nonce', NOON + 1, NOON)
  await database.query('update rollups set first_today = 9007199254740993')
  return { store, tallies }
}

async function contentOf(database: Database) {
  const all: Record<string, unknown[]> = {}
  for (const table of TABLES) {
    const rows = await database.query(`select to_jsonb(t)::text as line from ${table} t order by 1`)
    all[table] = rows.map(({ line }) => line)
  }
  return all
}

describe.each(ENGINES)('a backup of %s', (_name, open) => {
  let database: Database
  let other: Database
  beforeAll(async () => {
    database = await open()
    other = _name === 'PGlite' ? ((await ENGINES[1]?.[1]()) ?? database) : await openPglite()
  }, 120_000)
  afterEach(async () => {
    for (const one of [database, other])
      await one.query(`drop table if exists ${[...TABLES, 'schema_version'].join(', ')}`)
  })
  afterAll(async () => {
    await database.close()
    await other.close()
  })

  test('is all there in the other engine, and counts on', async () => {
    const file = join(tempFolder(), 'a.backup')
    const { tallies } = await fill(database)
    expect(await backUp(database, file, MADE_AT)).toEqual({ ok: true, value: 59 })
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await restoreFrom(other, file, { replace: false })).toEqual({ ok: true, value: 59 })
    expect(await contentOf(other)).toEqual(await contentOf(database))
    const restored = await createStore(other)
    expect(await restored.addTallies([...tallies, makeTally()], NOON)).toBe(1)
  })

  test('does not go over data unless it is told to, and then replaces all of it', async () => {
    const file = join(tempFolder(), 'a.backup')
    await fill(database)
    await backUp(database, file, MADE_AT)
    const before = await contentOf(database)
    const store = await createStore(database)
    await store.addTallies([makeTally({ hour: (DAY - 5) * 24 })], NOON)
    const after = await contentOf(database)
    expect(await restoreFrom(database, file, { replace: false })).toMatchObject({
      ok: false,
      message: expect.stringMatching(/data here already.*--replace.*Nothing was changed/),
    })
    expect(await contentOf(database)).toEqual(after)
    expect(await restoreFrom(database, file, { replace: true })).toMatchObject({ ok: true })
    expect(await contentOf(database)).toEqual(before)
  })

  test('of an older release is brought up to date', async () => {
    const file = join(tempFolder(), 'a.backup')
    await migrate(database, STEPS.slice(0, 1))
    await database.query(`insert into rollups values (${DAY}, ${DAY * 24}, 'openmrs', 1, 'visit',
      'vitals', '', '', '', '', '', '', '', 7, 3, 3)`)
    await backUp(database, file, MADE_AT)
    expect(await restoreFrom(other, file, { replace: false })).toEqual({ ok: true, value: 1 })
    const store = await createStore(other)
    expect(await store.readCells(DAY, DAY)).toMatchObject([{ count: 7, clients: 3, survey: '' }])
  })

  test('that is torn or was changed leaves what is there as it is, wherever it is torn', async () => {
    const file = join(tempFolder(), 'a.backup')
    await fill(database)
    await backUp(database, file, MADE_AT)
    const bytes = await readFile(file)
    const lines = gunzipSync(bytes).toString().split('\n')
    const zip = (text: readonly string[]) => gzipSync(text.join('\n'))
    const wrong = lines[20]?.replace('"count": 4', '"count": 5') ?? ''
    const torn: [string, Buffer][] = [
      ['nothing', Buffer.alloc(0)],
      ['no gzip', Buffer.from('hello')],
      ['half the bytes', bytes.subarray(0, bytes.length / 2)],
      ['all but the last byte', bytes.subarray(0, -1)],
      ['something else', gzipSync('{"a":1}\n')],
      ['without its end', zip(lines.slice(0, -2))],
      ['a row less', zip(lines.toSpliced(20, 1))],
      ['a row twice', zip(lines.toSpliced(20, 0, lines[20] ?? ''))],
      ['a number changed', zip(lines.with(20, wrong))],
      ['a row that is none', zip(lines.with(20, 'nonsense'))],
      ['a table of somebody else', zip(lines.with(1, '#{"table":"pg_class"}'))],
    ]
    expect(wrong).not.toBe(lines[20])
    await createStore(other)
    const before = await contentOf(other)
    for (const [what, content] of torn) {
      await writeFile(file, content)
      const done = await restoreFrom(other, file, { replace: true })
      expect([what, done]).toEqual([
        what,
        { ok: false, message: expect.stringMatching(/was not restored: .+ Nothing was changed/) },
      ])
    }
    expect(await contentOf(other)).toEqual(before)
  }, 60_000)
})

test('the backup of a newer release is refused with words', async () => {
  const database = await openPglite()
  const file = join(tempFolder(), 'a.backup')
  await migrate(database, [...STEPS, ['select 1']])
  await backUp(database, file, MADE_AT)
  const done = await restoreFrom(database, file, { replace: true })
  await database.close()
  expect(done).toMatchObject({
    ok: false,
    message: expect.stringMatching(/newer Handrail \(schema \d+, this one knows \d+\): update/),
  })
}, 60_000)

test('a database of a newer release is left alone, even where it may be replaced', async () => {
  const [old, newer] = [await openPglite(), await openPglite()]
  const file = join(tempFolder(), 'a.backup')
  await createStore(old)
  await backUp(old, file, MADE_AT)
  await migrate(newer, [...STEPS, ['create table of_tomorrow (a int)']])
  const done = await restoreFrom(newer, file, { replace: true })
  const kept = await newer.query('select max(version)::int as version from schema_version')
  await old.close()
  await newer.close()
  expect(done).toMatchObject({ ok: false, message: expect.stringMatching(/newer Handrail/) })
  expect(kept).toEqual([{ version: STEPS.length + 1 }])
}, 60_000)

test('a backup does not overwrite a file, and leaves none behind where it fails', async () => {
  const database = await openPglite()
  const folder = tempFolder()
  const file = join(folder, 'a.backup')
  expect(await backUp(database, file, MADE_AT)).toMatchObject({
    message: expect.stringMatching(/nothing of Handrail/),
  })
  await expect(stat(`${file}.part`)).rejects.toThrow()
  await writeFile(file, 'mine')
  expect(await backUp(database, file, MADE_AT)).toMatchObject({
    message: expect.stringMatching(/there already/),
  })
  expect(await backUp(database, join(folder, 'none/a'), MADE_AT)).toMatchObject({
    message: expect.stringMatching(/can’t be written \(ENOENT\)/),
  })
  await database.close()
  expect(await readFile(file, 'utf8')).toBe('mine')
}, 60_000)
