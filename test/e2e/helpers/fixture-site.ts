import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../fixtures')
/** The pack that knows the screens of the fixture apps. */
export const FIXTURE_PACK = join(FOLDER, 'pack')

/** No script and no style but the server's own files: neither inline nor by `data:`. */
const STRICT = "default-src 'none'; style-src 'self'; script-src 'self'"

const MODULES = join(import.meta.dirname, '../../../node_modules')
const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
}
const LIBRARIES: Record<string, string> = {
  tabbable: join(MODULES, 'tabbable/dist/index.umd.min.js'),
  'focus-trap': join(MODULES, 'focus-trap/dist/focus-trap.umd.min.js'),
}

/** `/spa/beds/7` is the page `spa.html`: an app answers all its addresses itself. */
function fileOf(path: string): string | undefined {
  const library = /^\/lib\/(tabbable|focus-trap)\.js$/.exec(path)?.[1]
  if (library) return LIBRARIES[library]
  const [, name, style] = /^\/([a-z]+)(\/style\.css)?(?:\/|$)/.exec(path) ?? []
  return name === undefined ? undefined : join(FOLDER, `${name}.${style ? 'css' : 'html'}`)
}

/** Small apps on loopback, each with what one known complaint is about. */
export async function startFixtureSite() {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fixtures')
    const file = fileOf(pathname)
    const page = file && (await readFile(file).catch(() => undefined))
    if (!page) return response.writeHead(404).end()
    response.setHeader('content-type', `${TYPES[extname(file)]}; charset=utf-8`)
    if (searchParams.has('strict')) response.setHeader('content-security-policy', STRICT)
    return response.end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    /** The same server under another name: another site to the browser. */
    otherOrigin: `http://localhost:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type FixtureSite = Awaited<ReturnType<typeof startFixtureSite>>
