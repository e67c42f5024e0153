import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { extract } from 'tar'
import { npmPack, type PackRunner } from './npm-pack.ts'
import { type PackageSpec, packages, slugOf } from './package-list.ts'

/** Progress of {@link ensurePackages}: `done` of `total` packages are in place. */
export interface Progress {
  done: number
  total: number
  name: string
}

export interface EnsureOptions {
  /** The cache folder; each package gets the folder `<dir>/<slug>/`. */
  dir: string
  wanted?: readonly PackageSpec[]
  pack?: PackRunner
  /** How many downloads run at once. */
  parallel?: number
  onProgress?(progress: Progress): void
}

const partialPrefix = '.partial-'
/** A partial folder younger than this may belong to another process that is still at work. */
export const stalePartialMs = 10 * 60_000

/** Makes sure every package is unpacked in `dir`. Touches no network when all are there. */
export async function ensurePackages(options: EnsureOptions): Promise<void> {
  const { dir, wanted = packages, pack = npmPack, parallel = 3, onProgress = () => {} } = options
  const missing = wanted.filter((spec) => !existsSync(join(dir, slugOf(spec), 'package.json')))
  if (missing.length === 0) return
  await mkdir(dir, { recursive: true })
  await removeStalePartials(dir)
  let done = wanted.length - missing.length
  const queue = [...missing]
  const worker = async () => {
    for (let spec = queue.shift(); spec; spec = queue.shift()) {
      try {
        await fetchPackage(dir, spec, pack)
      } catch (error) {
        queue.length = 0
        throw error
      }
      done += 1
      onProgress({ done, total: wanted.length, name: spec.name })
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: parallel }, worker))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

async function fetchPackage(dir: string, spec: PackageSpec, pack: PackRunner) {
  const temporary = await mkdtemp(join(dir, partialPrefix))
  try {
    const tarball = await pack(spec, temporary)
    const unpacked = join(temporary, 'package')
    await mkdir(unpacked)
    await extract({ file: tarball, cwd: unpacked, strip: 1, filter: isServed })
    await rename(unpacked, join(dir, slugOf(spec))).catch((error: unknown) => {
      // Another process was faster: its copy is as good as ours.
      if (!existsSync(join(dir, slugOf(spec), 'package.json'))) throw error
    })
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

// Source maps are two thirds of the size and are never shown to anyone.
function isServed(path: string) {
  return /^[^/]+\/(package\.json$|dist(\/|$))/.test(path) && !path.endsWith('.map')
}

async function removeStalePartials(dir: string) {
  for (const name of await readdir(dir)) {
    if (!name.startsWith(partialPrefix)) continue
    const { mtimeMs } = await stat(join(dir, name))
    if (Date.now() - mtimeMs > stalePartialMs)
      await rm(join(dir, name), { recursive: true, force: true })
  }
}
