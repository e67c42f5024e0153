import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { type FrontEnd, importMap, readFrontEnd, routesRegistry } from './modules.ts'

export const spaPath = '/openmrs/spa'

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/** Serves the shell, the modules, the import map and the routes below {@link spaPath}. */
export function createStaticSite(packagesDir: string) {
  const frontEnd: FrontEnd = readFrontEnd(packagesDir)
  const bySlug = new Map(frontEnd.modules.map((module) => [module.slug, module]))
  const json = (response: ServerResponse, body: unknown) => {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }

  return (response: ServerResponse, pathname: string) => {
    const path = pathname.slice(spaPath.length).replace(/^\//, '')
    if (path === 'importmap.json') return json(response, importMap(frontEnd.modules))
    if (path === 'routes.registry.json') return json(response, routesRegistry(frontEnd))
    if (path === 'service-worker.js') return notFound(response)
    const [slug = '', ...rest] = path.split('/')
    const module = bySlug.get(slug)
    if (module) return sendFile(response, module.dir, rest.join('/'))
    if (!frontEnd.shell) return notFound(response, 'The front end is not unpacked here.')
    if (path && path !== 'index.html' && isFileIn(frontEnd.shell, path))
      return sendFile(response, frontEnd.shell, path)
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    })
    response.end(indexHtml(frontEnd.shell))
  }
}

// The published shell points at the project's own public server, and wants a service worker.
function indexHtml(shell: string) {
  return readFileSync(join(shell, 'index.html'), 'utf8')
    .replace(/https:\/\/[\w.]+(\/openmrs\/spa\/importmap\.json)/g, '$1')
    .replace('offline: true', 'offline: false')
}

function isFileIn(folder: string, path: string) {
  const file = join(folder, path)
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile()
}

function sendFile(response: ServerResponse, folder: string, path: string) {
  if (!isFileIn(folder, path)) return notFound(response)
  // Not compressed: on one machine that costs more time than it saves.
  response.writeHead(200, {
    'content-type': types[extname(path)] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=31536000, immutable',
  })
  createReadStream(join(folder, path)).pipe(response)
}

function notFound(response: ServerResponse, text = 'Not found') {
  response.writeHead(404, { 'content-type': 'text/plain' }).end(text)
}
