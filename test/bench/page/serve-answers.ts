import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Answer {
  body: string | Uint8Array
  type: string
}

export const htmlAnswer = (body: string): Answer => ({ body, type: 'text/html; charset=utf-8' })

/** A server on loopback that gives each path its answer, and anything else an empty one. */
export async function serveAnswers(answers: Map<string, Answer>) {
  const server = createServer((request, response) => {
    const answer = answers.get(request.url ?? '')
    // Times in microseconds are for pages that share their process with no other site.
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('cross-origin-embedder-policy', 'require-corp')
    if (answer) return response.writeHead(200, { 'content-type': answer.type }).end(answer.body)
    // Whatever posts gets the empty answer of one that is content.
    return response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    /** The same server, where Handrail is not allowed. */
    otherOrigin: `http://localhost:${port}`,
    answer: (path: string, body: string | Uint8Array) =>
      answers.set(path, { body, type: 'application/json' }),
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export type Clinic = Awaited<ReturnType<typeof serveAnswers>>
