import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { dataDictionaryFile } from './data-dictionary.ts'
import { managedSchemaFile } from './managed-schema.ts'
import { sourceStamp } from './source-stamp.ts'

const ROOT = join(import.meta.dirname, '..')
/** Holds from which sources `dist` was built; absent while a build is under way. */
export const STAMP = join(ROOT, 'dist/.built-from')
const BROWSERS = ['chrome', 'firefox'] as const
/** What pages pay, with the most that each may weigh, in KiB gzipped. */
const BUDGETS = [
  /** On each permitted page. */
  { file: 'src/content/main.js', kibMax: 20 },
  /** On known screens; what is drawn among it. */
  { file: 'src/content/guidance-main.js', kibMax: 45 },
  /** Where somebody opens the help panel. */
  { file: 'src/content/search-main.js', kibMax: 10 },
  /** Where somebody reports, or flags. */
  { file: 'src/content/reporting-main.js', kibMax: 25 },
  /** On known screens, with consent. */
  { file: 'src/content/sensing-main.js', kibMax: 16 },
] as const

export interface BuiltFile {
  file: string
  bytes: number
  gzipBytes: number
  kibMax: number
}

const KIB = 1024
const kib = (bytes: number) => `${(bytes / KIB).toFixed(1)} KiB`

/** Rejects where a file weighs more than it may. */
async function measure(dir: string): Promise<BuiltFile[]> {
  return Promise.all(
    BUDGETS.map(async ({ file, kibMax }) => {
      const content = await readFile(join(dir, file))
      const gzipBytes = gzipSync(content, { level: 9 }).length
      if (gzipBytes > kibMax * KIB)
        throw new Error(
          `${file} weighs ${kib(gzipBytes)} gzipped, at most ${kibMax} KiB are allowed: load less of it, or later`,
        )
      return { file, bytes: content.length, gzipBytes, kibMax }
    }),
  )
}

/**
 * Builds `dist/chrome`, `dist/firefox` and `dist/dashboard`, one after the other. Resolves to the
 * sizes of the scripts that run in pages. Rejects with vite's error where a build fails, and
 * where one of these is over its budget.
 */
export async function buildAll(): Promise<BuiltFile[]> {
  // vitest names its own here, and vite would then build another extension than the one that is published.
  process.env.NODE_ENV = 'production'
  // Before the build: what changes during it is for the next one.
  const stamp = await sourceStamp(ROOT)
  await rm(STAMP, { force: true })
  await writeFile(join(ROOT, 'public/managed-schema.json'), managedSchemaFile())
  await writeFile(join(ROOT, 'docs/data-dictionary.md'), dataDictionaryFile())
  for (const mode of BROWSERS)
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'warn' })
  const dashboard = join(ROOT, 'vite.dashboard.config.ts')
  const root = join(ROOT, 'src/collector/dashboard')
  if (existsSync(dashboard)) await build({ root, configFile: dashboard, logLevel: 'warn' })
  const sizes = await measure(join(ROOT, 'dist/chrome'))
  await writeFile(STAMP, stamp)
  return sizes
}

if (import.meta.main) {
  for (const { file, bytes, gzipBytes, kibMax } of await buildAll())
    console.log(`${file}: ${kib(bytes)}, ${kib(gzipBytes)} gzipped (at most ${kibMax} KiB)`)
}
