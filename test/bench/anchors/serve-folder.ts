import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import type { ServedApp } from './apps/app.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/** Answers a request itself, or says that it did not. */
export type Answer = (url: URL, request: IncomingMessage, response: ServerResponse) => boolean

function fileIn(folder: string, pathname: string): string | undefined {
  const file = join(folder, decodeURI(pathname))
  return file.startsWith(folder + sep) && existsSync(file) && statSync(file).isFile()
    ? file
    : undefined
}

/** Serves a built app on loopback: `answer` first, then its files, then its index page. */
export async function serveFolder(folder: string, answer: Answer): Promise<ServedApp> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://bench')
    if (answer(url, request, response)) return
    const file =
      fileIn(folder, url.pathname) ??
      (extname(url.pathname) ? undefined : fileIn(folder, '/index.html'))
    if (file === undefined) return void response.writeHead(404).end()
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'max-age=3600',
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
