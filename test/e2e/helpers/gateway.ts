import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { decodeBatch } from '../../../src/vocabulary/otlp.ts'
import type { Tally } from '../../../src/vocabulary/tally.ts'

type Change = (body: Buffer) => Buffer | string

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function ask(target: string, request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
  const { method, headers } = request
  return new Promise((resolve, reject) => {
    const onward = http.request(new URL(request.url ?? '/', target), { method, headers })
    onward.on('response', resolve).on('error', reject)
    onward.end(body)
  })
}

function talliesOf(request: IncomingMessage, body: Buffer): Tally[] {
  if (request.method !== 'POST' || request.url !== '/v1/logs') return []
  const plain = request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body
  return decodeBatch(JSON.parse(String(plain)))?.tallies ?? []
}

/**
 * Stands before a collector and makes trouble: it can be gone, lose answers after the collector has
 * taken the batch, and change what a path answers. Keeps every record that came through.
 */
export async function createGateway(targetUrl: string) {
  const passed: { status: number; tallies: Tally[] }[] = []
  const changes = new Map<string, Change>()
  let answersToLose = 0

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const answer = await ask(targetUrl, request, body)
    const status = answer.statusCode ?? 502
    const tallies = talliesOf(request, body)
    const given = await bodyOf(answer)
    if (tallies.length > 0) {
      passed.push({ status, tallies })
      if (answersToLose > 0) {
        answersToLose -= 1
        response.destroy()
        return
      }
    }
    const [, change] = [...changes].find(([path]) => request.url?.startsWith(path)) ?? []
    const { 'content-length': _, ...headers } = answer.headers
    response.writeHead(status, headers).end(change === undefined ? given : change(given))
  }

  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo

  const goDown = () =>
    new Promise<void>((resolve) => {
      if (!server.listening) return resolve()
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return {
    url: `http://127.0.0.1:${port}`,
    goDown,
    goUp: async () => {
      if (!server.listening) await listen(port)
    },
    loseAnswers: (count: number) => {
      answersToLose = count
    },
    /** Changes what paths that begin so are answered with. */
    change: (path: string, change: Change) => changes.set(path, change),
    heal: () => changes.clear(),
    /** Every batch that the collector was asked to take, with its answer. */
    passed,
    /** What the collector has taken, each record as often as it came. */
    taken: () => passed.filter(({ status }) => status === 200).flatMap(({ tallies }) => tallies),
    stop: goDown,
  }
}

export type Gateway = Awaited<ReturnType<typeof createGateway>>
