import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createCollectorProcess } from '../../../src/collector/testing/collector-process.ts'
import { startPostgres } from '../../../src/collector/testing/postgres.ts'
import { httpSeconds } from '../ingest/over-http.ts'
import { makeFortnight } from '../ingest/rows.ts'
import { createReader } from './ask.ts'
import { plot } from './plot.ts'

/** Sends ever more records over HTTP, and at each power of ten measures what it costs. */
const { values } = parseArgs({
  options: {
    most: { type: 'string', default: '10000000' },
    engines: { type: 'string', default: 'PostgreSQL,PGlite' },
    plot: { type: 'string', default: 'docs/bench/growth.svg' },
  },
})
const CHUNK = 100_000
const FIRST = 10_000
const WINDOWS = [7, 30, 90]

interface Point {
  engine: string
  records: number
  rate: number
  memory: number
  p95: number[]
}

async function grow(engine: string): Promise<Point[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handrail-growth-'))
  const server = engine === 'PostgreSQL' ? await startPostgres() : undefined
  const collector = createCollectorProcess({
    dataDir: join(folder, 'collector'),
    flags: ['--quota', '100000000'],
    ...(server === undefined ? {} : { databaseUrl: server.url }),
  })
  const points: Point[] = []
  try {
    const url = await collector.start()
    const reader = await createReader(url, collector.secrets().adminKey)
    let sent = 0
    for (let size = FIRST; size <= Number(values.most); size *= 10) {
      let seconds = 0
      const before = sent
      while (sent < size) {
        const rows = makeFortnight(Math.min(CHUNK, size - sent), sent - before, size - before)
        seconds += await httpSeconds(collector, url, rows)
        sent += rows.length
      }
      const p95: number[] = []
      for (const days of WINDOWS) p95.push(await reader.p95(days))
      const rate = (sent - before) / seconds
      const point = { engine, records: size, rate, memory: await reader.memory(), p95 }
      points.push(point)
      const figures = [point.rate, point.memory, ...p95].map((figure) => Math.round(figure))
      console.log(`| ${engine} | ${size.toLocaleString('en')} | ${figures.join(' | ')} |`)
    }
    return points
  } finally {
    await collector.stop()
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const windows = WINDOWS.map((days) => `p95 ${days} days, ms`).join(' | ')
console.log(`| Engine | Records | Records/s | Collector's memory, MiB | ${windows} |`)
console.log(`|---|---|---|---|${'---|'.repeat(WINDOWS.length)}`)
const grown: Point[][] = []
for (const engine of values.engines.split(',')) grown.push(await grow(engine))
const panel = (title: string, of: (point: Point) => number) => ({
  title,
  series: grown.map((points) => ({
    name: points[0]?.engine ?? '',
    points: points.map((point) => [point.records, of(point)] as const),
  })),
})
await writeFile(
  values.plot,
  plot([
    panel('Records a second', ({ rate }) => rate),
    panel('Collector’s memory, MiB', ({ memory }) => memory),
    panel('Dashboard, 90 days: p95 in ms', ({ p95 }) => p95.at(-1) ?? 0),
  ]),
)
