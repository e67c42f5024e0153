import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { makeTally, NOON } from '../testing/tallies.ts'
import type { Database } from './database.ts'
import { MIGRATIONS, migrate } from './migrations.ts'
import { openPglite } from './pglite.ts'
import { openPostgresql } from './postgresql.ts'
import { createStore, type Store } from './store.ts'

const SCHEMA = `handrail_test_${process.pid}`
const DAY = Math.floor(NOON / 86_400_000)

/** A schema of its own, so that a test database keeps whatever else it holds. */
async function openTestPostgresql(url: string): Promise<Database> {
  const admin = openPostgresql(url)
  await admin.query(`drop schema if exists ${SCHEMA} cascade`)
  await admin.query(`create schema ${SCHEMA}`)
  const own = new URL(url)
  own.searchParams.set('options', `-c search_path=${SCHEMA}`)
  const database = openPostgresql(own.href)
  const close = async () => {
    await database.close()
    await admin.query(`drop schema ${SCHEMA} cascade`)
    await admin.close()
  }
  return { ...database, close }
}

const url = process.env.TEST_DATABASE_URL
const ENGINES: [string, () => Promise<Database>][] = [['PGlite', () => openPglite()]]
if (url !== undefined) ENGINES.push(['PostgreSQL', () => openTestPostgresql(url)])

describe.each(ENGINES)('the store on %s', (_name, open) => {
  let database: Database
  let store: Store
  beforeAll(async () => {
    database = await open()
    store = await createStore(database)
  }, 60_000)
  afterEach(async () => {
    await database.query('truncate tallies, rollups, packs, channels, spent_links')
  })
  afterAll(() => database.close())

  test('counts a record once, however often and in whatever company it comes', async () => {
    const [a, b] = [makeTally({ count: 4 }), makeTally({ count: 2, firstToday: false })]
    expect(await store.addTallies([a], NOON)).toBe(1)
    expect(await store.addTallies([a, b, b], NOON)).toBe(1)
    expect(await store.addTallies([b, a], NOON)).toBe(0)
    const cells = await store.readCells(DAY, DAY)
    expect(cells).toMatchObject([{ day: DAY, screen: 'vitals', count: 6, clients: 1 }])
  })

  test('counts each record once where batches come at the same time', async () => {
    const tallies = Array.from({ length: 40 }, () => makeTally())
    const added = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        store.addTallies(index % 2 === 0 ? tallies : tallies.toReversed(), NOON),
      ),
    )
    expect(added.reduce((sum, one) => sum + one)).toBe(40)
    expect((await store.readCells(DAY, DAY))[0]?.count).toBe(40)
  })

  test('keeps subjects, versions and hours apart, and reads the days asked for', async () => {
    const noon = makeTally()
    const yesterday = makeTally({ hour: noon.hour - 24 })
    const newer = makeTally({ packVersion: 2 })
    const lost = makeTally({ kind: 'lost', outcome: 'age' })
    await store.addTallies([noon, yesterday, newer, lost, makeTally({ hour: noon.hour - 1 })], NOON)
    expect((await store.readCells(DAY, DAY)).map(({ count }) => count).toSorted()).toEqual([
      1, 1, 2,
    ])
    expect(await store.readCells(DAY - 1, DAY - 1)).toHaveLength(1)
    expect(await store.readCells(DAY + 1, DAY + 9)).toEqual([])
  })

  test('surveys are kept apart by their ids and answers', async () => {
    const answer = (survey: string, outcome: string) =>
      makeTally({ kind: 'survey', app: 'openmrs', packVersion: 1, survey, outcome })
    await store.addTallies(
      [answer('a', 'answer-1'), answer('b', 'answer-1'), answer('b', 'answer-2')],
      NOON,
    )
    const cells = await store.readCells(DAY, DAY)
    expect(cells.map(({ survey, outcome }) => [survey, outcome]).toSorted()).toEqual([
      ['a', 'answer-1'],
      ['b', 'answer-1'],
      ['b', 'answer-2'],
    ])
  })

  test('what an earlier release has stored stays when the tables get new columns', async () => {
    const own = await open()
    await migrate(own, MIGRATIONS.slice(0, 1))
    await own.query(`insert into rollups values (${DAY}, ${DAY * 24}, 'openmrs', 1, 'visit', 'vitals',
      '', '', '', '', '', '', '', 7, 3, 3)`)
    const later = await createStore(own)
    await later.addTallies([makeTally({ hour: DAY * 24 })], NOON)
    const [cell] = await later.readCells(DAY, DAY)
    await own.close()
    expect(cell).toMatchObject({ screen: 'vitals', survey: '', count: 8, clients: 4 })
  }, 60_000)

  test('an empty batch is no work', async () => {
    expect(await store.addTallies([], NOON)).toBe(0)
  })

  test('uids go, what was counted stays', async () => {
    await store.addTallies([makeTally()], NOON)
    await store.dropTalliesBefore(DAY + 1)
    expect(await database.query('select uid from tallies')).toEqual([])
    expect(await store.readCells(DAY, DAY)).toHaveLength(1)
  })

  test('keeps a pack to the byte', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index)
    const pack = { sha256: 'a'.repeat(64), id: 'openmrs', version: 3, bytes }
    expect([await store.putPack(pack), await store.putPack(pack)]).toEqual([true, false])
    expect(Array.from((await store.findPackBytes(pack.sha256)) ?? [])).toEqual(Array.from(bytes))
    const facts = await store.findPackFacts([pack.sha256, 'b'.repeat(64)])
    expect(facts).toEqual([{ sha256: pack.sha256, id: 'openmrs', version: 3, bytes: 256 }])
  })

  test('of two publishers at the same moment one wins', async () => {
    const put = (version: number, before: number) =>
      store.putChannel({ name: 'main', version, envelope: `{"v":${version}}` }, before)
    expect(await put(2 ** 40, 0)).toBe(true)
    expect(await put(2 ** 40 + 1, 0)).toBe(false)
    expect(await put(2 ** 40 + 1, 2 ** 40)).toBe(true)
    expect(await put(2 ** 40 + 1, 2 ** 40 + 1)).toBe(false)
    expect(await store.findChannel('main')).toMatchObject({ version: 2 ** 40 + 1 })
  })

  test('a link is spent once', async () => {
    const spend = () => store.spendLink('nonce', NOON + 1, NOON)
    expect(await Promise.all([spend(), spend()])).toEqual(expect.arrayContaining([true, false]))
    expect(await spend()).toBe(false)
  })

  test('a transaction that fails leaves nothing', async () => {
    const attempt = database.transaction(async (tx) => {
      await tx.query("insert into spent_links values ('half', 1)")
      throw new Error('no further')
    })
    await expect(attempt).rejects.toThrow('no further')
    expect(await database.query('select * from spent_links')).toEqual([])
  })

  test('migrating again changes nothing', async () => {
    const before = await database.query('select * from schema_version')
    await migrate(database)
    expect(await database.query('select * from schema_version')).toEqual(before)
  })

  test('a step that fails leaves the schema as it was', async () => {
    const steps = [['select 1'], ['select 1'], ['create table half (a int)', 'nonsense']]
    await expect(migrate(database, steps)).rejects.toThrow()
    await expect(database.query('select * from half')).rejects.toThrow()
  })

  test('the database of a newer release is left alone', async () => {
    await expect(migrate(database, [])).rejects.toThrow(/newer Handrail.*update/)
  })
})
