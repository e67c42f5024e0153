import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What can happen to a request on its way; 'none' is the usual. */
const FAULTS = [
  'refused',
  'busy',
  'too-many',
  'torn',
  'torn-request',
  'answer-lost',
  'slow',
  'silent',
] as const
type Fault = (typeof FAULTS)[number] | 'none'

/** Long enough to be overtaken by a kill, in ms. */
const SLOW_MS = 400

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Sends half of what the request says it holds, then cuts the line. */
function askByHalf(url: URL, request: IncomingMessage, body: Buffer): Promise<void> {
  const { method, headers } = request
  const whole = { ...headers, 'content-length': String(body.length) }
  return new Promise((resolve) => {
    const half = http.request(url, { method, headers: whole })
    half.on('error', () => {})
    half.on('close', resolve)
    half.write(body.subarray(0, Math.floor(body.length / 2)), () => half.destroy())
  })
}

function ask(url: URL, request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { method, headers } = request
  return new Promise((resolve, reject) => {
    http.request(url, { method, headers }).on('response', resolve).on('error', reject).end(body)
  })
}

/** A hospital's network before a collector. `chance` of a fault for each batch; `random` in [0, 1). */
export async function startFaultyGateway(target: () => string, random: () => number) {
  let chance = 0
  const seen: Record<string, number> = {}

  function draw(request: IncomingMessage): Fault {
    if (request.url !== '/v1/logs' || random() >= chance) return 'none'
    return FAULTS[Math.floor(random() * FAULTS.length)] ?? 'none'
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fault = draw(request)
    seen[fault] = (seen[fault] ?? 0) + 1
    if (fault === 'refused') return void request.socket.destroy()
    const body = await bytesOf(request)
    if (fault === 'busy' || fault === 'too-many') {
      const headers = { 'retry-after': '2', 'content-type': 'application/json' }
      return void response.writeHead(fault === 'busy' ? 503 : 429, headers).end('{}')
    }
    // Nobody answers: the client waits until its own patience ends, or somebody ends the client.
    if (fault === 'silent') return
    if (fault === 'torn-request') {
      await askByHalf(new URL(request.url ?? '/', target()), request, body)
      return void request.socket.destroy()
    }
    const answer = await ask(new URL(request.url ?? '/', target()), request, body)
    const given = await bytesOf(answer)
    if (fault === 'answer-lost') return void request.socket.destroy()
    if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    if (fault !== 'torn') return void response.end(given)
    // Half an answer, then the line is cut.
    response.write(given.subarray(0, Math.floor(given.length / 2)))
    setImmediate(() => request.socket.destroy())
  }

  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    setChance: (next: number) => {
      chance = next
    },
    /** How often each fault, and none, has happened. */
    seen,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
