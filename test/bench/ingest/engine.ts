import type { Database } from '../../../src/collector/store/database.ts'
import { copyLine, rowOf, TALLY_COLUMNS } from '../../../src/collector/store/tally-row.ts'
import type { Tally } from '../../../src/vocabulary/tally.ts'

/** Rows of one statement: as many as the collector puts into one at most. */
const ROWS = 5_000

const COLUMNS = TALLY_COLUMNS.join(', ')

/** The engine's ways in, each with what it is given already in its own form. */
export const WAYS = {
  insert: {
    formOf: (rows: readonly Tally[]) =>
      JSON.stringify(rows.map((row) => ({ ...rowOf(row), received_hour: 0 }))),
    put: (database: Database, text: string): Promise<unknown> =>
      database.query(
        `insert into bench_rows (${COLUMNS})
         select ${COLUMNS} from jsonb_populate_recordset(null::bench_rows, $1::text::jsonb)`,
        [text],
      ),
  },
  copy: {
    formOf: (rows: readonly Tally[]) => rows.map((row) => copyLine(rowOf(row), 0)).join(''),
    put: (database: Database, text: string): Promise<unknown> =>
      database.copy(`bench_rows (${COLUMNS})`, text),
  },
} as const

/** Seconds that the engine itself takes to put the rows into a table of the same columns and key. */
export async function engineSeconds(
  database: Database,
  way: keyof typeof WAYS,
  rows: readonly Tally[],
): Promise<number> {
  const { formOf, put } = WAYS[way]
  await database.query('drop table if exists bench_rows')
  await database.query(
    'create table bench_rows (like tallies including defaults, primary key (day, uid))',
  )
  const texts = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    formOf(rows.slice(index * ROWS, (index + 1) * ROWS)),
  )
  const begun = performance.now()
  for (const text of texts) await put(database, text)
  const seconds = (performance.now() - begun) / 1000
  await database.query('drop table bench_rows')
  return seconds
}
