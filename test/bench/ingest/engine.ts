import type { Database } from '../../../src/collector/store/database.ts'
import { rowOf } from '../../../src/collector/store/tallies.ts'
import type { Tally } from '../../../src/vocabulary/tally.ts'

/** Rows of one statement: as many as the collector puts into one at most. */
const ROWS = 5_000

/** Seconds that the engine itself takes to put the rows into a table of the same columns and key. */
export async function engineSeconds(database: Database, rows: readonly Tally[]): Promise<number> {
  await database.query('drop table if exists bench_rows')
  await database.query(
    'create table bench_rows (like tallies including defaults, primary key (day, uid))',
  )
  const texts = Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, index) =>
    JSON.stringify(
      rows
        .slice(index * ROWS, (index + 1) * ROWS)
        .map((row) => ({ ...rowOf(row), received_hour: 0 })),
    ),
  )
  const begun = performance.now()
  for (const text of texts)
    await database.query(
      'insert into bench_rows select * from jsonb_populate_recordset(null::bench_rows, $1::text::jsonb)',
      [text],
    )
  const seconds = (performance.now() - begun) / 1000
  await database.query('drop table bench_rows')
  return seconds
}
