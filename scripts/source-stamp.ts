import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** What goes into a build: whatever else changes, `dist` stays as it is. */
const SOURCES = [
  'manifest.json',
  'package-lock.json',
  'public',
  'scripts/build.ts',
  'scripts/managed-schema.ts',
  'src',
  'tsconfig.json',
  'vite.config.ts',
  'vite.dashboard.config.ts',
]

/** Tests are no part of a build; the policy schema is made by it, from sources that are counted. */
const NOT_BUILT = /(\.test\.tsx?$|\/testing\/|^public\/managed-schema\.json$|^src\/cli\/)/

async function filesUnder(root: string, path: string): Promise<string[]> {
  const found = await stat(join(root, path)).catch(() => undefined)
  if (found === undefined) return []
  if (found.isFile()) return [path]
  const names = await readdir(join(root, path), { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
}

/** A hash over the names and bytes of all that a build of the folder `root` is made from. */
export async function sourceStamp(root: string): Promise<string> {
  const all = (await Promise.all(SOURCES.map((path) => filesUnder(root, path)))).flat()
  const files = all.filter((file) => !NOT_BUILT.test(file)).sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const bytes = await readFile(join(root, file))
    hash.update(`${file}\n${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}
