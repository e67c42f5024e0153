import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { Database, Queryable } from '../store/database.ts'
import { migrateIn, STEPS, schemaVersion, TABLES } from '../store/migrations.ts'
import { addPartitions } from '../store/partitions.ts'
import { endSchema, headerSchema, MARK, tableSchema } from './format.ts'

/** Rows of one statement. */
const ROWS = 2_000
/** Characters of one statement, since packs are long rows. */
const TEXT_MAX = 8 * 1024 * 1024

/** Why a backup is not restored, in words for a person. What was there before stays. */
export class RestoreRefused extends Error {}

const TORN = 'the backup is not whole: make it or fetch it again'
const FOREIGN = 'it is no backup of a Handrail collector'

interface Options {
  /** Whether what is there may be thrown away. */
  replace: boolean
}

function readMark<Schema extends v.GenericSchema>(schema: Schema, line: string) {
  if (!line.startsWith(MARK)) return undefined
  try {
    const parsed = v.safeParse(schema, JSON.parse(line.slice(MARK.length)))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

async function hasRows(tx: Queryable): Promise<boolean> {
  for (const table of TABLES) {
    const [found] = await tx.query('select to_regclass($1)::text as name', [table])
    if (found?.name === null) continue
    if ((await tx.query(`select 1 from ${table} limit 1`)).length > 0) return true
  }
  return false
}

/** Leaves the empty tables of a version: a backup of an older one is brought up to date afterwards. */
async function makeTables(tx: Queryable, schema: number): Promise<void> {
  await tx.query(`drop table if exists ${[...TABLES, 'schema_version'].join(', ')}`)
  await migrateIn(tx, STEPS.slice(0, schema))
}

async function insert(tx: Queryable, table: string, lines: readonly string[]): Promise<void> {
  const isPartitioned = async () => {
    const [row] = await tx.query('select relkind from pg_class where oid = to_regclass($1)', [
      table,
    ])
    return row?.relkind === 'p'
  }
  if (await isPartitioned()) await addPartitions(tx, new Set(lines.map(dayOf)))
  await tx.query(
    `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
    [`[${lines.join(',')}]`],
  )
}

function dayOf(line: string): number {
  return Number(JSON.parse(line).day)
}

async function readAll(
  tx: Queryable,
  lines: AsyncIterable<string>,
  { replace }: Options,
): Promise<number> {
  const hash = createHash('sha256')
  let table: string | undefined
  let isBegun = false
  let isOver = false
  let rows = 0
  let batch: string[] = []
  let size = 0

  async function flush(): Promise<void> {
    if (table !== undefined && batch.length > 0) await insert(tx, table, batch)
    batch = []
    size = 0
  }

  async function begin(line: string): Promise<void> {
    const header = readMark(headerSchema, line)
    if (header === undefined) throw new RestoreRefused(FOREIGN)
    if (header.schema > STEPS.length)
      throw new RestoreRefused(
        `the backup is of a newer Handrail (schema ${header.schema}, this one knows ${STEPS.length}): update this collector first`,
      )
    // Its tables are not all known here, and would stay.
    if ((await schemaVersion(tx)) > STEPS.length)
      throw new RestoreRefused(
        'the database is of a newer Handrail: update this collector, or restore into another database',
      )
    if (!replace && (await hasRows(tx)))
      throw new RestoreRefused(
        'there is data here already: give another --data or DATABASE_URL, or --replace to throw away what is there',
      )
    await makeTables(tx, header.schema)
    isBegun = true
  }

  // To the very end of the file: gzip's own check comes after the last line.
  for await (const line of lines) {
    if (isOver) throw new RestoreRefused(TORN)
    const end = readMark(endSchema, line)
    if (end !== undefined) {
      if (end.rows !== rows || end.sha256 !== hash.digest('hex')) throw new RestoreRefused(TORN)
      isOver = true
      continue
    }
    hash.update(`${line}\n`)
    if (!isBegun) await begin(line)
    else if (line.startsWith(MARK)) {
      await flush()
      table = readMark(tableSchema, line)?.table
      if (table === undefined || !TABLES.includes(table)) throw new RestoreRefused(TORN)
    } else {
      batch.push(line)
      rows += 1
      size += line.length
      if (batch.length >= ROWS || size >= TEXT_MAX) await flush()
    }
  }
  if (!isBegun) throw new RestoreRefused(FOREIGN)
  if (!isOver) throw new RestoreRefused(TORN)
  await flush()
  await migrateIn(tx, STEPS)
  return rows
}

/**
 * Puts a backup's lines into a database, in one transaction: all of them, or nothing where the
 * backup is torn, of a newer release, or would go over data. Returns the number of rows.
 */
export function restore(
  database: Database,
  lines: AsyncIterable<string>,
  options: Options,
): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query('set local statement_timeout = 0')
    return readAll(tx, lines, options)
  })
}
