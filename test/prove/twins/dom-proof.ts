import { spawn } from 'node:child_process'
import { glob, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type DomProof, emptyProof } from './dom-proof-shape.ts'

const ROOT = join(import.meta.dirname, '../../..')

interface Options {
  /** Families of patients, over all processes. */
  families: number
  /** Of each family. */
  patients: number
  seed: number
  processes: number
  minutes: number
  /** Where the processes leave what came of their part. */
  folder: string
}

const REPORTS = 'dom-*.json'

async function runPart(
  at: number,
  { families, patients, seed, processes, minutes, folder }: Options,
) {
  const report = join(folder, REPORTS.replace('*', String(at)))
  const each = Math.ceil(families / processes)
  const part = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', 'test/prove/twins/twins.test.ts', '-t', 'same bytes'],
    {
      cwd: ROOT,
      stdio: 'ignore',
      env: {
        ...process.env,
        HANDRAIL_TWIN_FAMILIES: String(each),
        HANDRAIL_TWIN_PATIENTS: String(patients),
        HANDRAIL_TWIN_SEED: String(seed + at * each),
        HANDRAIL_TWIN_MINUTES: String(minutes),
        HANDRAIL_TWIN_REPORT: report,
      },
    },
  )
  // Its verdict is read from the report: a difference fails the test too.
  await new Promise((ended) => part.on('exit', ended))
}

/** What the processes of the last run have left, taken together. */
export async function readDomProof(folder: string): Promise<DomProof> {
  const all = emptyProof()
  for await (const name of glob(REPORTS, { cwd: folder })) {
    const part = JSON.parse(await readFile(join(folder, name), 'utf8')) as DomProof
    for (const key of ['families', 'runs', 'pairs', 'acts', 'bytes'] as const) all[key] += part[key]
    for (const group of ['kinds', 'screens'] as const)
      for (const [name, count] of Object.entries(part[group]))
        all[group][name] = (all[group][name] ?? 0) + count
    all.differences.push(...part.differences)
    all.faults.push(...part.faults)
  }
  if (all.pairs === 0) throw new Error(`No pairs in ${folder}: run it with --families first`)
  return all
}

/** Families of twins in a DOM without a browser, in several processes of vitest, which has that DOM. */
export async function proveInDom(options: Options): Promise<DomProof> {
  for await (const name of glob(REPORTS, { cwd: options.folder }))
    await rm(join(options.folder, name))
  await Promise.all(Array.from({ length: options.processes }, (_, at) => runPart(at, options)))
  return readDomProof(options.folder)
}
