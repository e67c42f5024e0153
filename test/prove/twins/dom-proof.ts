import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type DomProof, emptyProof } from './dom-proof-shape.ts'

const ROOT = join(import.meta.dirname, '../../..')

interface Options {
  /** Families of patients, over all processes. */
  families: number
  seed: number
  processes: number
  minutes: number
  /** Where the processes leave what came of their part. */
  folder: string
}

async function runPart(at: number, { families, seed, processes, minutes, folder }: Options) {
  const report = join(folder, `dom-${at}.json`)
  await rm(report, { force: true })
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
        HANDRAIL_TWIN_SEED: String(seed + at * each),
        HANDRAIL_TWIN_MINUTES: String(minutes),
        HANDRAIL_TWIN_REPORT: report,
      },
    },
  )
  // Its verdict is read from the report: a difference fails the test too.
  await new Promise((ended) => part.on('exit', ended))
  return JSON.parse(await readFile(report, 'utf8')) as DomProof
}

/** Families of twins in a DOM without a browser, in several processes of vitest, which has that DOM. */
export async function proveInDom(options: Options): Promise<DomProof> {
  const parts = await Promise.all(
    Array.from({ length: options.processes }, (_, at) => runPart(at, options)),
  )
  const all = emptyProof()
  for (const part of parts) {
    for (const key of ['families', 'runs', 'pairs', 'acts', 'bytes'] as const) all[key] += part[key]
    for (const of of ['kinds', 'screens'] as const)
      for (const [name, count] of Object.entries(part[of]))
        all[of][name] = (all[of][name] ?? 0) + count
    all.differences.push(...part.differences)
    all.faults.push(...part.faults)
  }
  return all
}
