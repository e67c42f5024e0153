import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One front-end module: where its files are and what it adds to the import map and the routes. */
export interface FrontEndModule {
  name: string
  slug: string
  dir: string
  entry: string
  routes: unknown
}

export interface FrontEnd {
  /** The folder of the app shell, or `undefined` when it is not unpacked. */
  shell: string | undefined
  modules: readonly FrontEndModule[]
}

interface Manifest {
  name: string
  browser?: string
}

/** Reads the unpacked packages of a folder; an empty or missing folder gives an empty front end. */
export function readFrontEnd(packagesDir: string): FrontEnd {
  const modules: FrontEndModule[] = []
  let shell: string | undefined
  for (const slug of existsSync(packagesDir) ? readdirSync(packagesDir).sort() : []) {
    const manifest = join(packagesDir, slug, 'package.json')
    const dir = join(packagesDir, slug, 'dist')
    if (slug.startsWith('.') || !existsSync(manifest)) continue
    const { name, browser }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
    if (name === '@openmrs/esm-app-shell') {
      shell = dir
      continue
    }
    const routes = join(dir, 'routes.json')
    if (!browser || !existsSync(routes)) continue
    const parsed: unknown = JSON.parse(readFileSync(routes, 'utf8'))
    modules.push({ name, slug, dir, entry: basename(browser), routes: parsed })
  }
  return { shell, modules }
}

/** The SystemJS import map of the modules. */
export function importMap(modules: readonly FrontEndModule[]) {
  return {
    imports: Object.fromEntries(modules.map((m) => [m.name, `./${m.slug}/${m.entry}`])),
  }
}

/** The registry of routes, extensions and workspaces of the modules. */
export function routesRegistry(modules: readonly FrontEndModule[]) {
  return Object.fromEntries(modules.map((m) => [m.name, m.routes]))
}
