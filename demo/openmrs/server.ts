import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { failed } from './api/reply.ts'
import type { Reply } from './api/route.ts'
import { answer } from './api/routes.ts'
import { readBody } from './request-body.ts'
import { createSessions } from './sessions.ts'
import { createStaticSite, spaPath } from './static.ts'
import { createStore } from './store/store.ts'

export interface DemoEhrOptions {
  /** Folder of the unpacked packages; without them only the API answers. */
  packagesDir: string
  /** 0 takes any free port. */
  port: number
  host?: string
  /** Milliseconds that every answer of the API takes longer. */
  lag?: number
  /** Milliseconds since 1970. */
  now?(): number
  newId?(): string
}

/** One request to the API. `known` is false when no route was written for it. */
export interface LoggedRequest {
  method: string
  /** Path below `/openmrs/ws/`. */
  path: string
  query: string
  status: number
  known: boolean
}

export interface DemoEhr {
  /** Where a person starts: the sign-in page. */
  url: string
  origin: string
  /** Forgets what was recorded; people stay signed in. */
  reset(): void
  requests(): readonly LoggedRequest[]
  /** Lets the next API request whose path holds `part` fail, once. */
  failNext(part: string, status?: number): void
  stop(): Promise<void>
}

const apiPath = '/openmrs/ws/'

/** Starts an OpenMRS 3 front end with a back end that lives in memory. */
export async function createDemoEhr(options: DemoEhrOptions): Promise<DemoEhr> {
  const { packagesDir, port, host = '127.0.0.1', lag = 0 } = options
  const { now = Date.now, newId = randomUUID } = options
  const store = createStore({ now, newId })
  const sessions = createSessions(newId)
  const serveStatic = createStaticSite(packagesDir)
  const log: LoggedRequest[] = []
  const failures: { part: string; status: number }[] = []

  async function handleApi(request: IncomingMessage, response: ServerResponse, url: URL) {
    const path = url.pathname.slice(apiPath.length).replace(/\/$/, '')
    const method = request.method ?? 'GET'
    const body = await readBody(request)
    if (lag > 0) await wait(lag)
    const { session, cookie } = sessions.open(request.headers.cookie)
    const authorization = request.headers.authorization ?? ''
    const about = { method, path, query: url.searchParams, params: {} }
    const failure = failures.findIndex(({ part }) => path.includes(part))
    const { reply, known } =
      failure < 0
        ? answer({ ...about, body, authorization, session, store })
        : {
            reply: failed(failures.splice(failure, 1)[0]?.status ?? 500, 'Failed on request'),
            known: true,
          }
    log.push({ method, path, query: url.search, status: reply.status, known })
    send(response, reply, cookie)
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    // The front end asks for some pages of visits at /openmrs//ws.
    const url = new URL(
      (request.url ?? '/').replace(/^\/openmrs\/\/ws/, '/openmrs/ws'),
      'http://demo',
    )
    if (url.pathname === '/') return redirect(response, `${spaPath}/home`)
    if (url.pathname.startsWith(apiPath)) return handleApi(request, response, url)
    if (url.pathname.startsWith('/openmrs/module/'))
      return send(response, { status: 200, body: [] })
    if (url.pathname.startsWith(spaPath)) return serveStatic(response, decodeURI(url.pathname))
    response.writeHead(404).end()
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent) send(response, failed(500, String(error)))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.address()
  const origin = `http://${host}:${typeof address === 'object' && address ? address.port : port}`

  return {
    url: `${origin}${spaPath}/login`,
    origin,
    reset: store.reset,
    requests: () => log,
    failNext: (part, status = 500) => void failures.push({ part, status }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send(response: ServerResponse, reply: Reply, cookie?: string) {
  const binary = Buffer.isBuffer(reply.body)
  response.writeHead(reply.status, {
    'content-type': reply.type ?? 'application/json',
    'cache-control': 'no-store',
    ...(cookie ? { 'set-cookie': cookie } : {}),
  })
  if (reply.body === null) response.end()
  else response.end(binary ? reply.body : JSON.stringify(reply.body))
}

function redirect(response: ServerResponse, location: string) {
  response.writeHead(302, { location }).end()
}
