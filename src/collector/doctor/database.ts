import { RECORD_AGE_MAX_HOURS } from '../http/record-time.ts'
import type { Database } from '../store/database.ts'
import { STEPS, schemaVersion } from '../store/migrations.ts'
import { listPartitions } from '../store/partitions.ts'
import { bad, type Finding, good, watch } from './finding.ts'

/** Seconds by which the clocks of collector and database may differ. */
const SKEW_MAX_S = 60
/** Nobody runs this before it was written. */
const EARLIEST = Date.parse('2026-11-01T00:00:00Z')

function judgeVersion(version: number): Finding {
  const newest = STEPS.length
  if (version === 0) return watch('tables', 'there are none yet: the first start makes them')
  if (version > newest)
    return bad(
      'tables',
      `they are of a newer Handrail (schema ${version}, this one knows ${newest}): update this collector`,
    )
  if (version < newest)
    return watch(
      'tables',
      `they are of an older Handrail (schema ${version}, ${newest} is due): back up; the next start brings them up to date`,
    )
  return good('tables', `schema ${version}, the newest`)
}

/** Days are made as records come: that needs the right to, and old ones have to go. */
async function lookAtDays(database: Database, today: number): Promise<Finding> {
  const [may] = await database.query(
    "select has_schema_privilege(current_schema(), 'create') as create",
  )
  if (may?.create !== true)
    return bad(
      'days',
      'this database user may make no tables, and tomorrow needs one: grant create on schema public to it',
    )
  const days = await listPartitions(database)
  const oldest = Math.min(...days, today)
  // The sweep leaves a day and goes every hour.
  if (oldest < today - RECORD_AGE_MAX_HOURS / 24 - 3)
    return watch(
      'days',
      `records of ${today - oldest} days ago are still there: let the collector run, it drops them every hour`,
    )
  return good('days', `${days.length} days of records`)
}

async function lookAtClock(database: Database, now: number): Promise<Finding> {
  const [row] = await database.query('select extract(epoch from now())::float8 as seconds')
  const apart = Math.abs(Number(row?.seconds) - now / 1000)
  if (apart > SKEW_MAX_S)
    return bad(
      'clock',
      `it is ${Math.round(apart)} s off that of the database server: set up NTP on both`,
    )
  if (now < EARLIEST) return bad('clock', 'it is set to a time before this release: set up NTP')
  return good('clock', `${new Date(now).toISOString().slice(0, 19)}Z`)
}

/** Version of the tables, days of records, clock. Changes nothing. `now` in ms since 1970. */
export async function lookAtDatabase(database: Database, now: number): Promise<Finding[]> {
  const version = await schemaVersion(database)
  const findings = [judgeVersion(version), await lookAtClock(database, now)]
  if (version === STEPS.length)
    findings.push(await lookAtDays(database, Math.floor(now / 86_400_000)))
  return findings
}
