import { hourOf, type Tally } from '../../vocabulary/tally.ts'
import type { Cell } from '../summary/cell.ts'
import type { Database, Queryable } from './database.ts'

const SUBJECT =
  'app, pack_version, kind, screen, target, role, walkthrough, step, survey, outcome, severity, often, cohort, department'

/** The UTC day since 1970 of an epoch hour: from the record, never from its receipt. */
export function dayOfHour(hour: number): number {
  return Math.floor(hour / 24)
}

/**
 * Adds each record once and rolls up only what was really new, in one statement. Both inserts are
 * ordered so that two batches with the same records wait for each other instead of deadlocking.
 */
const ADD = `
  with sent as (
    select * from jsonb_to_recordset($1::text::jsonb) as r(
      day integer, uid uuid, hour integer, app text, pack_version bigint, kind text, screen text,
      target text, role text, walkthrough text, step text, survey text, outcome text,
      severity text, often text, cohort text, department text, count smallint, first_today boolean, first_this_week boolean)
  ), fresh as (
    insert into tallies (day, uid, hour, ${SUBJECT}, count, first_today, first_this_week, received_hour)
    select day, uid, hour, ${SUBJECT}, count, first_today, first_this_week, $2::integer
    from sent order by day, uid
    on conflict (day, uid) do nothing
    returning *
  ), rolled as (
    insert into rollups (day, hour, ${SUBJECT}, count, first_today, first_this_week)
    select day, hour, ${SUBJECT}, sum(count), sum(first_today::int), sum(first_this_week::int)
    from fresh group by day, hour, ${SUBJECT} order by day, hour, ${SUBJECT}
    on conflict (day, hour, ${SUBJECT}) do update set
      count = rollups.count + excluded.count,
      first_today = rollups.first_today + excluded.first_today,
      first_this_week = rollups.first_this_week + excluded.first_this_week
  )
  select count(*)::integer as added from fresh`

/** A record as a row of the table, with its UTC day. */
export function rowOf(tally: Tally) {
  return {
    day: dayOfHour(tally.hour),
    uid: tally.uid,
    hour: tally.hour,
    app: tally.app ?? '',
    pack_version: tally.packVersion ?? 0,
    kind: tally.kind,
    screen: tally.screen ?? '',
    target: tally.target ?? '',
    role: tally.role ?? '',
    walkthrough: tally.walkthrough ?? '',
    step: tally.step ?? '',
    survey: tally.survey ?? '',
    outcome: tally.outcome ?? '',
    severity: tally.severity ?? '',
    often: tally.often ?? '',
    cohort: tally.cohort ?? '',
    department: tally.department ?? '',
    count: tally.count,
    first_today: tally.firstToday,
    first_this_week: tally.firstThisWeek,
  }
}

/** Stores a batch durably; returns how many of its records were new. */
export async function addTallies(
  database: Database,
  tallies: readonly Tally[],
  receivedAt: number,
): Promise<number> {
  if (tallies.length === 0) return 0
  const [row] = await database.transaction((tx) =>
    tx.query(ADD, [JSON.stringify(tallies.map(rowOf)), hourOf(receivedAt)]),
  )
  return Number(row?.added ?? 0)
}

/** What was counted from `fromDay` to `toDay` (UTC days since 1970, both included). */
export async function readCells(
  source: Queryable,
  fromDay: number,
  toDay: number,
): Promise<Cell[]> {
  const rows = await source.query(
    `select day, app, pack_version::float8 as pack_version, kind, screen, target, role, walkthrough,
       step, survey, outcome, severity, often,
       sum(count)::float8 as count, sum(first_today)::float8 as clients
     from rollups where day between $1::integer and $2::integer
     group by day, app, pack_version, kind, screen, target, role, walkthrough, step, survey, outcome,
       severity, often
     order by day`,
    [fromDay, toDay],
  )
  return rows.map((row) => ({
    day: Number(row.day),
    app: String(row.app),
    packVersion: Number(row.pack_version),
    kind: String(row.kind),
    screen: String(row.screen),
    target: String(row.target),
    role: String(row.role),
    walkthrough: String(row.walkthrough),
    step: String(row.step),
    survey: String(row.survey),
    outcome: String(row.outcome),
    severity: String(row.severity),
    often: String(row.often),
    count: Number(row.count),
    clients: Number(row.clients),
  }))
}

/** Drops what was rolled up of days before `day`. */
export async function dropRollupsBefore(source: Queryable, day: number): Promise<void> {
  await source.query('delete from rollups where day < $1::integer', [day])
}
