import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'vite'
import type { PackageSpec } from '../../../../demo/openmrs/package-list.ts'
import { CACHE_FOLDER } from '../unpack.ts'

interface Options {
  /** The folder of this release in the cache. */
  name: string
  packages: readonly PackageSpec[]
  /** The app’s own script, a module, and what is in its body. */
  entry: string
  body: string
  /** What a package takes from Node: by the path of it in what was installed. */
  alias?: Readonly<Record<string, string>>
  /** What older code asks for by a name that browsers don’t have. */
  define?: Readonly<Record<string, string>>
  /** Adds to what is served; `folder` holds what was installed. */
  finish?: (folder: string, dist: string) => Promise<void>
}

const run = promisify(execFile)

const pageOf = (
  body: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chart</title>
<link rel="stylesheet" href="/app.css"></head><body>${body}<script type="module" src="/app.js"></script></body></html>`

/** Installs one release of a library beside nothing else and bundles an app with it, once. The folder that it is served from. */
export async function bundleApp({
  name,
  packages,
  entry,
  body,
  alias = {},
  define = {},
  finish,
}: Options): Promise<string> {
  const folder = join(CACHE_FOLDER, name)
  const done = join(folder, 'dist')
  if (existsSync(join(done, 'index.html'))) return done
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]))
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'app', private: true, type: 'module', dependencies }),
  )
  const script = join(folder, 'app.js')
  await writeFile(script, entry)
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent']
  await run('npm', ['install', ...options], { cwd: folder, shell: process.platform === 'win32' })
  const partial = join(folder, 'partial')
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', ...define },
    resolve: {
      alias: Object.fromEntries(
        Object.entries(alias).map(([from, to]) => [from, join(folder, 'node_modules', to)]),
      ),
    },
    build: {
      outDir: partial,
      cssCodeSplit: false,
      // Older styles hold media queries that a minifier refuses.
      cssMinify: false,
      chunkSizeWarningLimit: 100_000,
      lib: { entry: script, formats: ['es'], fileName: () => 'app.js', cssFileName: 'app' },
    },
  })
  await finish?.(folder, partial)
  await writeFile(join(partial, 'index.html'), pageOf(body))
  await rename(partial, done)
  return done
}
