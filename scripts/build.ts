import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { managedSchemaFile } from './managed-schema.ts'
import { sourceStamp } from './source-stamp.ts'

const ROOT = join(import.meta.dirname, '..')
/** Holds from which sources `dist` was built; absent while a build is under way. */
export const STAMP = join(ROOT, 'dist/.built-from')
const BROWSERS = ['chrome', 'firefox'] as const
/** What every page pays: the sensor on each permitted page, the overlay only where help is open. */
const MEASURED = ['src/content/main.js', 'src/overlay/main.js'] as const

export interface BuiltFile {
  file: string
  bytes: number
  gzipBytes: number
}

async function measure(dir: string): Promise<BuiltFile[]> {
  return Promise.all(
    MEASURED.map(async (file) => {
      const content = await readFile(join(dir, file))
      return { file, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length }
    }),
  )
}

/**
 * Builds `dist/chrome`, `dist/firefox` and `dist/dashboard`, one after the other. Resolves to the
 * sizes of the scripts that run in pages. Rejects with vite's error where a build fails.
 */
export async function buildAll(): Promise<BuiltFile[]> {
  // Before the build: what changes during it is for the next one.
  const stamp = await sourceStamp(ROOT)
  await rm(STAMP, { force: true })
  await writeFile(join(ROOT, 'public/managed-schema.json'), managedSchemaFile())
  for (const mode of BROWSERS)
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), mode, logLevel: 'warn' })
  const dashboard = join(ROOT, 'vite.dashboard.config.ts')
  const root = join(ROOT, 'src/collector/dashboard')
  if (existsSync(dashboard)) await build({ root, configFile: dashboard, logLevel: 'warn' })
  await writeFile(STAMP, stamp)
  return measure(join(ROOT, 'dist/chrome'))
}

if (import.meta.main) {
  const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`
  for (const { file, bytes, gzipBytes } of await buildAll())
    console.log(`${file}: ${kib(bytes)}, ${kib(gzipBytes)} gzipped`)
}
