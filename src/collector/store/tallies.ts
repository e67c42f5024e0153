import { hourOf, type Tally } from '../../vocabulary/tally.ts'
import type { Cell } from '../summary/cell.ts'
import { cellOf } from './cell-of-row.ts'
import type { Database, Queryable } from './database.ts'
import { GRAINS, type Grain, rollUp, SUMS } from './roll-up.ts'
import { CELL_SUBJECT, copyLine, rowOf, TALLY_COLUMNS, type TallyRow } from './tally-row.ts'

const COLUMNS = TALLY_COLUMNS.join(', ')

const UNIQUE_VIOLATION = '23505'

const asTable = (table: string) => `jsonb_populate_recordset(null::${table}, $1::text::jsonb)`

/** Leaves out what is there already, and returns what is not. */
const INSERT_NEW = `
  insert into tallies (${COLUMNS}) select ${COLUMNS} from ${asTable('tallies')}
  on conflict (day, uid) do nothing
  returning day, uid`

function addUp(grain: Grain): string {
  const key = GRAINS[grain].join(', ')
  const sums = SUMS.join(', ')
  return `
    insert into ${grain} (${key}, ${sums}) select ${key}, ${sums} from ${asTable(grain)}
    on conflict (${key}) do update set
      ${SUMS.map((sum) => `${sum} = ${grain}.${sum} + excluded.${sum}`).join(', ')}`
}
const ADD_UP: [Grain, string][] = [
  ['rollups', addUp('rollups')],
  ['daily', addUp('daily')],
]

const CELL_NAMES = ['day', ...CELL_SUBJECT, 'count', 'clients']
const CELL_COLUMNS = ['day', ...CELL_SUBJECT, 'count', 'first_today'].join(', ')

const placeOf = ({ day, uid }: { day?: unknown; uid?: unknown }) => `${day} ${uid}`

/** Each record once, in one order: two collectors with the same records must not deadlock. */
function distinctRows(tallies: readonly Tally[]): TallyRow[] {
  const rows = new Map<string, TallyRow>()
  for (const tally of tallies) {
    const row = rowOf(tally)
    rows.set(placeOf(row), row)
  }
  const inOrder = [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.map(([, row]) => row)
}

async function copyAll(tx: Queryable, rows: readonly TallyRow[], receivedHour: number) {
  const text = rows.map((row) => copyLine(row, receivedHour)).join('')
  await tx.copy(`tallies (${COLUMNS})`, text)
  return rows
}

async function insertNew(tx: Queryable, rows: readonly TallyRow[], receivedHour: number) {
  const sent = rows.map((row) => ({ ...row, received_hour: receivedHour }))
  const added = await tx.query(INSERT_NEW, [JSON.stringify(sent)])
  const places = new Set(added.map(placeOf))
  return rows.filter((row) => places.has(placeOf(row)))
}

function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
}

/**
 * Stores a batch durably, rolls up only what was really new, and returns how many that were. Nearly
 * always all is new: so it is copied in at first, which fails as a whole where something is not.
 */
export async function addTallies(
  database: Database,
  tallies: readonly Tally[],
  receivedAt: number,
): Promise<number> {
  if (tallies.length === 0) return 0
  const rows = distinctRows(tallies)
  const write = (store: typeof copyAll) =>
    database.transaction(async (tx) => {
      const fresh = await store(tx, rows, hourOf(receivedAt))
      if (fresh.length > 0)
        for (const [grain, sql] of ADD_UP)
          await tx.query(sql, [JSON.stringify(rollUp(fresh, grain))])
      return fresh.length
    })
  try {
    return await write(copyAll)
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return write(insertNew)
  }
}

/** What was counted from `fromDay` to `toDay` (UTC days since 1970, both included). */
export async function readCells(
  source: Queryable,
  fromDay: number,
  toDay: number,
): Promise<Cell[]> {
  // As one text: drivers take ten times as long over rows with as many columns.
  const [row] = await source.query(
    `select coalesce(json_agg(json_build_array(${CELL_COLUMNS}) order by day), '[]')::text as cells
     from daily where day between $1::integer and $2::integer`,
    [fromDay, toDay],
  )
  const rows: unknown[][] = JSON.parse(String(row?.cells))
  return rows.map((values) =>
    cellOf(Object.fromEntries(CELL_NAMES.map((name, at) => [name, values[at]]))),
  )
}

/** Drops what was rolled up of days before `day`. */
export async function dropRollupsBefore(source: Queryable, day: number): Promise<void> {
  for (const grain of Object.keys(GRAINS))
    await source.query(`delete from ${grain} where day < $1::integer`, [day])
}
