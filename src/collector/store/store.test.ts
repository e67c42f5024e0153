import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ENGINES } from '../testing/engines.ts'
import { makeTally, NOON } from '../testing/tallies.ts'
import type { Database } from './database.ts'
import { migrate, STEPS, TABLES } from './migrations.ts'
import { createStore, type Store } from './store.ts'

const DAY = Math.floor(NOON / 86_400_000)

describe.each(ENGINES)('the store on %s', (_name, open) => {
  let database: Database
  let store: Store
  beforeAll(async () => {
    database = await open()
    store = await createStore(database)
  }, 60_000)
  afterEach(async () => {
    await database.query(`truncate ${TABLES.join(', ')}`)
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
    await migrate(own, STEPS.slice(0, 1))
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

  test('a day is a partition, and is dropped whole', async () => {
    const days = [DAY - 2, DAY - 1, DAY]
    await store.addTallies(
      days.map((day) => makeTally({ hour: day * 24 })),
      NOON,
    )
    await store.dropTalliesBefore(DAY - 1)
    const rows = await database.query(
      "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'tallies'::regclass order by 1",
    )
    expect(rows.map(({ name }) => name)).toEqual([`tallies_d${DAY - 1}`, `tallies_d${DAY}`])
    expect(await store.addTallies([makeTally({ hour: (DAY - 2) * 24 })], NOON)).toBe(1)
  })

  test('what was rolled up goes when it is older than it is kept', async () => {
    await store.addTallies([makeTally(), makeTally({ hour: (DAY - 1) * 24 })], NOON)
    await store.dropRollupsBefore(DAY)
    expect(await store.readCells(0, DAY)).toHaveLength(1)
  })

  test('several collectors on one database count each record once, also on a new day', async () => {
    const [other, third] = [await createStore(database), await createStore(database)]
    const tallies = Array.from({ length: 60 }, (_, n) => makeTally({ hour: (DAY + (n % 3)) * 24 }))
    const added = await Promise.all(
      [store, other, third, store].map((one) => one.addTallies(tallies, NOON)),
    )
    expect(added.reduce((sum, one) => sum + one)).toBe(60)
    const cells = await other.readCells(DAY, DAY + 2)
    expect(cells.map(({ count }) => count)).toEqual([20, 20, 20])
  })

  test('keeps of a token only its digest, and when it ends', async () => {
    const token = { id: 'a1', site: 'ward-7', digest: 'd'.repeat(64), createdAt: NOON }
    await store.putToken(token)
    expect(await store.endToken('a1', NOON + 5)).toBe(true)
    expect(await store.endToken('a1', NOON + 9)).toBe(false)
    expect(await store.endToken('nobody', NOON)).toBe(false)
    expect(await store.listTokens()).toEqual([{ ...token, endsAt: NOON + 5 }])
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

  test('the tables of the first release are brought up to date with all that is in them', async () => {
    await database.query('create schema first_release')
    const inSchema: Database = {
      ...database,
      transaction: (work) =>
        database.transaction(async (tx) => {
          await tx.query('set local search_path to first_release')
          return work(tx)
        }),
    }
    await migrate(inSchema, STEPS.slice(0, 1))
    await inSchema.transaction((tx) =>
      tx.query(
        `insert into tallies select ${DAY}, gen_random_uuid(), ${DAY * 24}, 'ehr', 1, 'visit', 'vitals',
           '', '', '', '', '', '', '', 1, true, true, ${DAY * 24} from generate_series(1, 3)`,
      ),
    )
    await migrate(inSchema)
    const [row] = await inSchema.transaction((tx) =>
      tx.query('select count(*)::int as n, min(tableoid::regclass::text) as place from tallies'),
    )
    expect(row).toEqual({ n: 3, place: `tallies_d${DAY}` })
    await database.query('drop schema first_release cascade')
  })

  test('every table is on the list by which it is backed up', async () => {
    const rows = await database.query(
      `select relname::text as name from pg_class where relnamespace = current_schema()::regnamespace
         and relkind in ('r', 'p') and not relispartition and relname <> 'schema_version'`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...TABLES].toSorted())
  })

  test('records find a place again after somebody else dropped the partitions', async () => {
    await store.addTallies([makeTally()], NOON)
    await database.query(`drop table tallies_d${DAY}`)
    await expect(store.addTallies([makeTally()], NOON)).rejects.toThrow()
    expect(await store.addTallies([makeTally()], NOON)).toBe(1)
  })

  test('migrating again changes nothing', async () => {
    const before = await database.query('select * from schema_version')
    await migrate(database)
    expect(await database.query('select * from schema_version')).toEqual(before)
  })

  test('a step that fails leaves the schema as it was', async () => {
    const steps = [...STEPS, ['create table half (a int)', 'nonsense']]
    await expect(migrate(database, steps)).rejects.toThrow()
    await expect(database.query('select * from half')).rejects.toThrow()
  })

  test('the database of a newer release is left alone', async () => {
    await expect(migrate(database, [])).rejects.toThrow(/newer Handrail.*update/)
  })
})
