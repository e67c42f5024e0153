import { SUBJECT } from '../tally-row.ts'

const TYPES: Partial<Record<(typeof SUBJECT)[number], string>> = { pack_version: 'UInt64' }
const subject = SUBJECT.map((name) => `${name} ${TYPES[name] ?? 'LowCardinality(String)'}`).join(
  ', ',
)

/** The columns by which counts are told apart: with them and a number of uids, sums follow. */
export const KINDS_OF_COUNT = ['count', 'first_today', 'first_this_week'] as const
/** The hourly grain. */
export const HOURLY = ['day', 'hour', ...SUBJECT] as const

/** A part is on disk before an insert is answered. */
const DURABLE = 'fsync_after_insert = 1, fsync_part_directory = 1'

/**
 * The tables. One made beforehand, such as a `Replicated…` or `Distributed` one, is left as it is.
 *
 * A record that comes twice is a row twice until ClickHouse merges them, at a time of its own; and a
 * materialised view sees both. So the view keeps no sums but the set of uids of each hour, subject
 * and count: a set holds each once, and its size times the count is the sum. `closed` takes plain
 * sums of days of which nothing can come any more; then their uids go.
 */
export const TABLES: readonly string[] = [
  `create table if not exists tallies (
    day UInt32, hour UInt32, ${subject}, count UInt8, first_today Bool, first_this_week Bool,
    received_hour UInt32, uid UUID)
  engine = ReplacingMergeTree partition by day
  order by (day, app, kind, screen, uid) settings ${DURABLE}`,
  `create table if not exists recent (
    day UInt32, hour UInt32, ${subject}, count UInt8, first_today Bool, first_this_week Bool,
    uids AggregateFunction(uniqExact, UUID))
  engine = AggregatingMergeTree partition by day
  order by (${[...HOURLY, ...KINDS_OF_COUNT].join(', ')}) settings ${DURABLE}`,
  `create materialized view if not exists recent_of_tallies to recent as
  select ${[...HOURLY, ...KINDS_OF_COUNT].join(', ')}, uniqExactState(uid) as uids
  from tallies group by ${[...HOURLY, ...KINDS_OF_COUNT].join(', ')}`,
  // The same day closed twice, by two collectors, is the same rows twice: one of them stays.
  `create table if not exists closed (
    day UInt32, hour UInt32, ${subject}, count UInt64, first_today UInt64, first_this_week UInt64)
  engine = ReplacingMergeTree partition by intDiv(day, 30)
  order by (${HOURLY.join(', ')}) settings ${DURABLE}`,
]
