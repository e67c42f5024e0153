import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildAll, STAMP } from './build.ts'
import { sourceStamp } from './source-stamp.ts'

const ROOT = join(import.meta.dirname, '..')
const BUILT = ['chrome/manifest.json', 'firefox/manifest.json', 'dashboard/index.html']

/** Builds where `dist` was not built from these sources. Resolves to whether it had to. */
export async function buildIfNeeded(): Promise<boolean> {
  const isWhole = BUILT.every((file) => existsSync(join(ROOT, 'dist', file)))
  const kept = await readFile(STAMP, 'utf8').catch(() => '')
  if (isWhole && kept === (await sourceStamp(ROOT))) return false
  await buildAll()
  return true
}
