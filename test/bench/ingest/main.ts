import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openPglite } from '../../../src/collector/store/pglite.ts'
import { openPostgresql } from '../../../src/collector/store/postgresql.ts'
import { createStore } from '../../../src/collector/store/store.ts'
import { createCollectorProcess } from '../../../src/collector/testing/collector-process.ts'
import { startPostgres } from '../../../src/collector/testing/postgres.ts'
import { engineSeconds } from './engine.ts'
import { BATCH_MAX, httpSeconds } from './over-http.ts'
import { makeRows } from './rows.ts'

/** Of each engine: its own bulk INSERT, its COPY, and the whole way over HTTP, turn by turn in one run. */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    /** Records of one request: many people send one or two. */
    batch: { type: 'string', default: String(BATCH_MAX) },
    rounds: { type: 'string', default: '3' },
  },
})
const count = Number(values.rows)
const batch = Number(values.batch)
const UNLIMITED = ['--quota', '100000000']
const perSecond = (seconds: number) => Math.round(count / seconds)

for (const engine of ['PGlite', 'PostgreSQL']) {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-bench-'))
  const server = engine === 'PostgreSQL' ? await startPostgres() : undefined
  const collector = createCollectorProcess({
    dataDir: join(folder, 'collector'),
    flags: UNLIMITED,
    ...(server === undefined ? {} : { databaseUrl: server.url }),
  })
  // An embedded database is one process's: the engine's own has a folder beside it.
  const database = server
    ? openPostgresql(server.url)
    : await openPglite(join(folder, 'engine-alone'))
  try {
    await createStore(database)
    const url = await collector.start()
    for (let round = 1; round <= Number(values.rounds); round++) {
      const inserted = perSecond(await engineSeconds(database, 'insert', makeRows(count)))
      const copied = perSecond(await engineSeconds(database, 'copy', makeRows(count)))
      const whole = perSecond(await httpSeconds(collector, url, makeRows(count), batch))
      const share = (alone: number) => `${Math.round((whole / alone) * 100)} %`
      console.log(
        `${engine} round ${round}: over HTTP ${whole}/s; engine alone, INSERT ${inserted}/s (${share(inserted)}), COPY ${copied}/s (${share(copied)})`,
      )
    }
  } finally {
    await collector.stop()
    await database.close()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
