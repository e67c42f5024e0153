import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { ADMIN_KEY, INGEST, useTestCollector } from '../testing/app.ts'
import { bodyOf, makeTally, NOON } from '../testing/tallies.ts'
import { metricsTokenOf } from './pass.ts'

const collector = useTestCollector()
const batch = (size: number) => bodyOf(Array.from({ length: size }, () => makeTally()))

function send(app: ReturnType<typeof collector.app>, size: number) {
  return app.inject({ method: 'POST', url: '/v1/logs', headers: INGEST, payload: batch(size) })
}

test('a site that sends more than its quota is told when to come again', async () => {
  let clock = NOON
  const app = collector.app({ quota: 60, now: () => clock })
  expect((await send(app, 60)).statusCode).toBe(200)
  const refused = await send(app, 1)
  expect([refused.statusCode, refused.json().error]).toEqual([429, 'over-quota'])
  clock += Number(refused.headers['retry-after']) * 1000
  expect((await send(app, 1)).statusCode).toBe(200)
  expect(await collector.database().query('select uid from tallies')).toHaveLength(61)
})

test('with a long queue before the database, more is turned away unread', async () => {
  const stuck = Promise.withResolvers<number>()
  const begun = Promise.withResolvers<void>()
  const addTallies = () => {
    begun.resolve()
    return stuck.promise
  }
  const app = collector.app({ backlogMax: 10, store: { ...collector.store(), addTallies } })
  const first = send(app, 11)
  await begun.promise
  const turnedAway = await send(app, 1)
  expect([turnedAway.statusCode, turnedAway.headers['retry-after']]).toEqual([503, '10'])
  stuck.resolve(11)
  expect((await first).statusCode).toBe(200)
  expect((await send(app, 1)).statusCode).toBe(200)
})

/** Opens a connection, says `text`, and resolves to what comes back until it is closed. */
function converse(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    let heard = ''
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (chunk) => {
      heard += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(heard))
  })
}

test.each([
  ['the headers', 'POST /v1/logs HTTP/1.1\r\nhost: x\r\n'],
  [
    'the body',
    `POST /v1/logs HTTP/1.1\r\nhost: x\r\nauthorization: ${INGEST.authorization}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
  ],
])(
  'a client that takes too long over %s is put off, and others are served',
  async (_part, text) => {
    const app = collector.app({ requestTimeoutMs: 600 })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const slow = converse(url, text)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(await slow).toMatch(/^HTTP\/1\.1 408/)
  },
)

test('metrics say what was done, and to nobody without their token', async () => {
  const app = collector.app()
  await send(app, 3)
  expect((await app.inject('/metrics')).statusCode).toBe(401)
  const authorization = `Bearer ${metricsTokenOf(ADMIN_KEY)}`
  const text = (await app.inject({ url: '/metrics', headers: { authorization } })).body
  expect(text).toContain('handrail_records_total{result="new"} 3')
  expect(text).toContain('handrail_request_seconds_count{route="/v1/logs",status="200"} 1')
  expect(text).toContain('process_resident_memory_bytes')
})

test('the process is alive where its database is gone', async () => {
  const store = { ...collector.store(), ping: () => Promise.reject(new Error('gone')) }
  const app = collector.app({ store })
  const codes = await Promise.all(['/healthz', '/readyz'].map((url) => app.inject(url)))
  expect(codes.map(({ statusCode }) => statusCode)).toEqual([200, 503])
})
