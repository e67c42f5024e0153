import { createHash } from 'node:crypto'
import type { Database, Queryable } from '../store/database.ts'
import { schemaVersion, TABLES } from '../store/migrations.ts'
import { VERSION } from '../version.ts'
import { BACKUP_FORMAT, markLine } from './format.ts'

/** Rows that are in memory at once; a pack may have a megabyte. */
const ROWS = 2_000
const PACKS = 8

async function* rowsOf(tx: Queryable, table: string): AsyncGenerator<string> {
  await tx.query(
    `declare rows no scroll cursor for select to_jsonb(t)::text as line from ${table} t`,
  )
  const size = table === 'packs' ? PACKS : ROWS
  for (;;) {
    const rows = await tx.query(`fetch ${size} from rows`)
    for (const { line } of rows) yield String(line)
    if (rows.length < size) break
  }
  await tx.query('close rows')
}

async function* bodyOf(tx: Queryable, madeAt: Date): AsyncGenerator<string> {
  const schema = await schemaVersion(tx)
  if (schema === 0) throw new Error('there is nothing of Handrail in this database')
  yield markLine({ format: BACKUP_FORMAT, schema, handrail: VERSION, madeAt: madeAt.toISOString() })
  for (const table of TABLES) {
    const [found] = await tx.query('select to_regclass($1)::text as name', [table])
    if (found?.name === null) continue
    yield markLine({ table })
    yield* rowsOf(tx, table)
  }
}

/**
 * Gives all that is in the database, as of one moment, to `write`, piece by piece, and returns the
 * number of rows. Rows are the engine's own JSON: numbers of any size and bytes pass as they are.
 */
export function dump(
  database: Database,
  madeAt: Date,
  write: (text: string) => Promise<void>,
): Promise<number> {
  return database.transaction(async (tx) => {
    await tx.query('set transaction isolation level repeatable read, read only')
    await tx.query('set local statement_timeout = 0')
    const hash = createHash('sha256')
    let rows = 0
    let piece = ''
    const flush = async () => {
      hash.update(piece)
      await write(piece)
      piece = ''
    }
    for await (const line of bodyOf(tx, madeAt)) {
      if (line.startsWith('{')) rows += 1
      piece += `${line}\n`
      if (piece.length > 256 * 1024) await flush()
    }
    await flush()
    await write(`${markLine({ rows, sha256: hash.digest('hex') })}\n`)
    return rows
  })
}
