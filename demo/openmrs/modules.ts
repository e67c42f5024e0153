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
  shellVersion: string
  modules: readonly FrontEndModule[]
}

interface Manifest {
  name: string
  version: string
  browser?: string
}

/** Reads the unpacked packages of a folder; an empty or missing folder gives an empty front end. */
export function readFrontEnd(packagesDir: string): FrontEnd {
  const modules: FrontEndModule[] = []
  let shell: string | undefined
  let shellVersion = ''
  for (const slug of existsSync(packagesDir) ? readdirSync(packagesDir).sort() : []) {
    const manifest = join(packagesDir, slug, 'package.json')
    const dir = join(packagesDir, slug, 'dist')
    if (slug.startsWith('.') || !existsSync(manifest)) continue
    const { name, version, browser }: Manifest = JSON.parse(readFileSync(manifest, 'utf8'))
    if (name === '@openmrs/esm-app-shell') {
      shell = dir
      shellVersion = version
      continue
    }
    const routes = join(dir, 'routes.json')
    if (!browser || !existsSync(routes)) continue
    const parsed: unknown = JSON.parse(readFileSync(routes, 'utf8'))
    modules.push({ name, slug, dir, entry: basename(browser), routes: parsed })
  }
  return { shell, shellVersion, modules }
}

/** The SystemJS import map of the modules. */
export function importMap(modules: readonly FrontEndModule[]) {
  return {
    imports: Object.fromEntries(modules.map((m) => [m.name, `./${m.slug}/${m.entry}`])),
  }
}

/** Shells after 10.0.0 want the registry as `{version, routes}`. */
const BARE_REGISTRY = /^(\d\.|10\.0\.0$)|^$/

/** The registry of routes, extensions and workspaces of the modules. */
export function routesRegistry({ modules, shellVersion }: FrontEnd) {
  const routes = Object.fromEntries(modules.map((module) => [module.name, module.routes]))
  return BARE_REGISTRY.test(shellVersion) ? routes : { version: shellVersion, routes }
}
