import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { CACHE_FOLDER, unpack } from '../anchors/unpack.ts'
import { type Peer, SCRIPTS } from './peers.ts'

const HERE = import.meta.dirname
const ANY_ORIGIN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }

/** Where the scripts of a peer are served. */
export const peerFolder = (peer: Peer) => `/peers/${peer}/`

/** The fixture page, answers that fail or take their time, the peers’ scripts, and a sink for what they send. */
export async function serveBench() {
  const page = await readFile(join(HERE, 'ward/ward.html'), 'utf8')
  const scripts = new Map<string, string>()
  for (const peer of Object.keys(SCRIPTS) as Peer[]) {
    const { spec, files } = SCRIPTS[peer]
    const folder = await unpack(spec, CACHE_FOLDER)
    for (const file of files)
      scripts.set(`${peerFolder(peer)}${file}`, await readFile(join(folder, file), 'utf8'))
  }
  for (const file of ['peers.js', 'sink.js'])
    scripts.set(`/bench/${file}`, await readFile(join(HERE, 'page', file), 'utf8'))
  const timers = new Set<NodeJS.Timeout>()

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const script = scripts.get(pathname)
    const say = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, ...ANY_ORIGIN }).end(body)
    if (script !== undefined) return say(200, 'text/javascript; charset=utf-8', script)
    if (/^\/ward(\/lab)?$/.test(pathname)) return say(200, 'text/html; charset=utf-8', page)
    request.resume()
    const status = Number(/^\/fail\/(\d+)/.exec(pathname)?.[1] ?? 200)
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        say(status, 'application/json', '{}')
      },
      Number(searchParams.get('wait') ?? 0),
    )
    return timers.add(timer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        for (const timer of timers) clearTimeout(timer)
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type BenchServer = Awaited<ReturnType<typeof serveBench>>
