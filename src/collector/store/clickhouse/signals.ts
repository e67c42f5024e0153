import { ClickHouseLogLevel, createClient } from '@clickhouse/client'
import { hourOf } from '../../../vocabulary/tally.ts'
import { cellOf } from '../cell-of-row.ts'
import type { SignalStore } from '../signals.ts'
import { CELL_SUBJECT, rowOf } from '../tally-row.ts'
import { HOURLY, KINDS_OF_COUNT, TABLES } from './schema.ts'

const TIMEOUT_MS = 20_000

/** Sums of an hour and subject from sets of uids. */
const SUMS_OF_RECENT = `
  select ${HOURLY.join(', ')}, sum(n * times) as count, sum(n * today) as first_today,
    sum(n * week) as first_this_week
  from (
    select ${HOURLY.join(', ')}, recent.count as times, recent.first_today as today,
      recent.first_this_week as week, uniqExactMerge(uids) as n
    from recent where day between {from:UInt32} and {to:UInt32}
    group by ${[...HOURLY, 'times', 'today', 'week'].join(', ')})
  group by ${HOURLY.join(', ')}`

const SUMS_OF_CLOSED = `
  select ${HOURLY.join(', ')}, count, first_today, first_this_week from closed final
  where day between {from:UInt32} and {to:UInt32} and day not in (select distinct day from recent)`

const CELLS = `
  select day, ${CELL_SUBJECT.join(', ')}, sum(sums.count) as count, sum(sums.first_today) as clients
  from (${SUMS_OF_RECENT} union all ${SUMS_OF_CLOSED}) as sums
  group by day, ${CELL_SUBJECT.join(', ')} order by day`

const CLOSE = `
  insert into closed (${[...HOURLY, ...KINDS_OF_COUNT].join(', ')}) ${SUMS_OF_RECENT}`

/**
 * Records in a ClickHouse server: `http://user:password@host:8123/database`, whose tables are made
 * where there are none. How many of a batch were new it does not say: all of them are taken for it.
 */
export async function openClickhouseSignals(url: string): Promise<SignalStore> {
  const client = createClient({
    url,
    request_timeout: TIMEOUT_MS,
    // Its log is no JSON, and quotes queries. What fails is told by whoever asked.
    log: { level: ClickHouseLogLevel.OFF },
    // The server joins small inserts, and answers each once it is written.
    clickhouse_settings: { async_insert: 1, wait_for_async_insert: 1 },
  })
  const command = async (query: string, query_params: Record<string, unknown> = {}) => {
    await client.command({ query, query_params })
  }
  async function rows(query: string, query_params: Record<string, unknown> = {}) {
    const answer = await client.query({ query, query_params, format: 'JSONEachRow' })
    return answer.json<Record<string, unknown>>()
  }
  for (const table of TABLES) await command(table)

  /** The days of which single records are kept. */
  async function openDays(): Promise<number[]> {
    const days = await rows('select day from recent union distinct select day from tallies')
    return days.map(({ day }) => Number(day))
  }

  return {
    async add(tallies, receivedAt) {
      if (tallies.length === 0) return 0
      const received_hour = hourOf(receivedAt)
      await client.insert({
        table: 'tallies',
        columns: [...HOURLY, ...KINDS_OF_COUNT, 'received_hour', 'uid'],
        values: tallies.map((tally) => ({ ...rowOf(tally), received_hour })),
        format: 'JSONEachRow',
      })
      return tallies.length
    },
    async readCells(fromDay, toDay) {
      return (await rows(CELLS, { from: fromDay, to: toDay })).map(cellOf)
    },
    async dropTalliesBefore(day) {
      for (const old of (await openDays()).filter((one) => one < day)) {
        await command(CLOSE, { from: old, to: old })
        // In this order: until its sets are gone, a day is read from them and not from `closed`.
        await command(`alter table recent drop partition ${Math.trunc(old)}`)
        await command(`alter table tallies drop partition ${Math.trunc(old)}`)
      }
    },
    dropRollupsBefore: (day) => command('delete from closed where day < {day:UInt32}', { day }),
    ping: () => command('select 1 format Null'),
    close: () => client.close(),
  }
}
