import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { extract } from 'tar'
import { npmPack } from '../../../demo/openmrs/npm-pack.ts'
import { type PackageSpec, slugOf } from '../../../demo/openmrs/package-list.ts'

/** Not inside `.cache/openmrs`: that one is the demo's, and holds one release only. */
export const CACHE_FOLDER = join(import.meta.dirname, '../../../.cache/bench')

/** The folder of a package, whole except for source maps; from npm once, then from the cache. */
export async function unpack(spec: PackageSpec, folder: string): Promise<string> {
  const target = join(folder, slugOf(spec))
  if (existsSync(join(target, 'package.json'))) return target
  await mkdir(folder, { recursive: true })
  const partial = await mkdtemp(join(folder, '.partial-'))
  try {
    const file = await npmPack(spec, partial)
    const unpacked = join(partial, 'package')
    await mkdir(unpacked)
    await extract({ file, cwd: unpacked, strip: 1, filter: (path) => !path.endsWith('.map') })
    await rename(unpacked, target)
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
  return target
}

/** Several packages side by side in one folder, three downloads at once. */
export async function unpackAll(specs: readonly PackageSpec[], folder: string): Promise<void> {
  const queue = [...specs]
  const worker = async () => {
    for (let spec = queue.shift(); spec; spec = queue.shift()) await unpack(spec, folder)
  }
  await Promise.all(Array.from({ length: 3 }, worker))
}
