import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourOf } from '../../vocabulary/tally.ts'
import { INGEST, useTestCollector } from '../testing/app.ts'
import { bodyOf, makeTally, NOON } from '../testing/tallies.ts'

const collector = useTestCollector()
const JSON_TYPE = { 'content-type': 'application/json' }

function post(payload: string | Buffer | object, headers: Record<string, string> = {}) {
  return collector.app().inject({
    method: 'POST',
    url: '/v1/logs',
    headers: { ...INGEST, ...JSON_TYPE, ...headers },
    payload,
  })
}

async function storedCount(): Promise<number> {
  const [row] = await collector.database().query('select count(*)::int as n from tallies')
  return Number(row?.n)
}

test('a batch is stored and fully accepted', async () => {
  const response = await post(bodyOf([makeTally(), makeTally()]))
  expect([response.statusCode, response.json()]).toEqual([200, {}])
  expect(await storedCount()).toBe(2)
})

test('a batch that is sent again, and a uid that stands twice, count once', async () => {
  const tally = makeTally()
  await post(bodyOf([tally, tally]))
  const response = await post(bodyOf([tally]))
  expect([response.statusCode, response.json()]).toEqual([200, {}])
  const cells = await collector.store().readCells(0, 30_000)
  expect(cells.map(({ count, clients }) => [count, clients])).toEqual([[1, 1]])
})

test.each([
  ['none', undefined],
  ['an unknown one', 'Bearer something-else-entirely'],
  ['an empty one', 'Bearer '],
  ['SQL', "Bearer ';drop-table-tallies;--"],
  ['another scheme', 'Basic aW5nZXN0LXRva2VuLW9mLXRoZS10ZXN0cw=='],
])('the token is %s: 401 with a way out, nothing stored', async (_name, authorization) => {
  const response = await collector.app().inject({
    method: 'POST',
    url: '/v1/logs',
    headers: { ...JSON_TYPE, ...(authorization === undefined ? {} : { authorization }) },
    payload: bodyOf([makeTally()]),
  })
  expect(response.statusCode).toBe(401)
  expect(response.json()).toMatchObject({
    error: 'wrong-token',
    message: expect.stringMatching(/collector\.json/),
  })
  expect(await storedCount()).toBe(0)
})

test.each(['text/plain', 'application/x-ndjson', 'multipart/form-data'])(
  'content type %s: 415',
  async (type) => {
    const response = await post('x', { 'content-type': type })
    expect(response.statusCode).toBe(415)
    expect(response.json()).toMatchObject({ error: 'wrong-content-type' })
  },
)

test('a charset beside the content type does no harm', async () => {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  expect((await post(bodyOf([makeTally()]), headers)).statusCode).toBe(200)
})

test('gzip is read', async () => {
  const body = gzipSync(JSON.stringify(bodyOf([makeTally()])))
  expect((await post(body, { 'content-encoding': 'gzip' })).statusCode).toBe(200)
  expect(await storedCount()).toBe(1)
})

test('a gzip bomb is refused by what comes out of it', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
  const response = await post(bomb, { 'content-encoding': 'gzip' })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect([response.statusCode, response.json().error]).toEqual([413, 'too-large'])
})

test.each([
  ['cut short', gzipSync(JSON.stringify(bodyOf([makeTally()]))).subarray(0, 40)],
  ['not gzip at all', Buffer.from('{}')],
])('gzip that is %s: 400', async (_name, body) => {
  const response = await post(body, { 'content-encoding': 'gzip' })
  expect([response.statusCode, response.json().error]).toEqual([400, 'bad-gzip'])
})

test('another compression: 415', async () => {
  const response = await post(Buffer.from('x'), { 'content-encoding': 'br' })
  expect([response.statusCode, response.json().error]).toEqual([415, 'wrong-content-encoding'])
})

test('a body of 64 MiB: 413', async () => {
  const response = await post(Buffer.alloc(64 * 1024 * 1024, ' '))
  expect([response.statusCode, response.json().error]).toEqual([413, 'too-large'])
})

test.each([
  ['nothing', ''],
  ['half a value', '{"resourceLogs":['],
  ['another shape', '{"resourceLogs":{}}'],
  ['a list', '[]'],
  ['depth', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22])],
])('a body of %s: 400', async (_name, body) => {
  const response = await post(body)
  expect([response.statusCode, response.json().error]).toEqual([400, 'not-otlp'])
})

const good = bodyOf([makeTally()]).resourceLogs[0]?.scopeLogs[0]?.logRecords[0]

test.each([
  ['garbage', 42],
  ['an event outside the dictionary', { ...good, eventName: 'friction.keystroke' }],
  ['another program’s event', { ...good, eventName: 'http.request' }],
  [
    'an attribute outside the dictionary',
    { ...good, attributes: [{ key: 'patient.name', value: { stringValue: 'Anna Muster' } }] },
  ],
  [
    'a uid that is SQL',
    {
      ...good,
      attributes: [{ key: 'log.record.uid', value: { stringValue: "'; drop table tallies; --" } }],
    },
  ],
  ['no attributes', { ...good, attributes: undefined }],
])('%s is refused alone: the rest of the batch is kept', async (_name, record) => {
  const body = bodyOf([makeTally(), makeTally()])
  const records: unknown[] = body.resourceLogs[0]?.scopeLogs[0]?.logRecords ?? []
  records.push(record)
  const response = await post(body)
  expect(response.statusCode).toBe(200)
  expect(response.json().partialSuccess.rejectedLogRecords).toBe('1')
  expect(response.body).not.toMatch(/Muster|drop table/)
  expect(await storedCount()).toBe(2)
})

test.each([
  ['two days ahead', 48, 'an hour in the future'],
  ['16 days ago', -16 * 24, 'older than 15 days'],
])('an hour %s is refused with the reason', async (_name, offset, reason) => {
  const response = await post(bodyOf([makeTally({ hour: hourOf(NOON) + offset }), makeTally()]))
  expect(response.json()).toEqual({
    partialSuccess: { rejectedLogRecords: '1', errorMessage: reason },
  })
  expect(await storedCount()).toBe(1)
})

test('a day ahead and 15 days ago are still taken', async () => {
  const hours = [24, -15 * 24].map((offset) => makeTally({ hour: hourOf(NOON) + offset }))
  expect((await post(bodyOf(hours))).json()).toEqual({})
})

test('without the durable write there is no acknowledgement', async () => {
  const store = { ...collector.store(), addTallies: () => Promise.reject(new Error('disk full')) }
  const response = await collector.app({ store }).inject({
    method: 'POST',
    url: '/v1/logs',
    headers: INGEST,
    payload: bodyOf([makeTally()]),
  })
  expect(response.statusCode).toBe(503)
  expect(response.headers['retry-after']).toBe('5')
  expect(response.body).not.toContain('disk full')
})

test('nothing tells a page of another origin that it may read the answer', async () => {
  const response = await post(bodyOf([makeTally()]), { origin: 'https://ehr.example.org' })
  const cors = Object.keys(response.headers).filter((name) => name.startsWith('access-control'))
  expect(cors).toEqual([])
})

test('neither log nor database learns who sent it or what was refused', async () => {
  const lines: string[] = []
  const canaries = [
    '10.9.8.7',
    'Canary-Agent',
    'moz-extension://canary',
    'Anna%20Muster',
    'Anna Muster',
  ]
  const stream = { write: (line: string) => lines.push(line) }
  const app = collector.app({ logger: { level: 'debug', stream } })
  const headers = {
    ...INGEST,
    ...JSON_TYPE,
    'user-agent': 'Canary-Agent',
    origin: 'moz-extension://canary',
    'x-forwarded-for': '10.9.8.7',
  }
  const record = { ...good, eventName: 'Anna Muster' }
  const garbage = { resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] }
  const send = (url: string, payload: string | object) =>
    app.inject({ method: 'POST', url, headers, payload, remoteAddress: '10.9.8.7' })
  await send('/v1/logs', bodyOf([makeTally({ uid: randomUUID() })]))
  await send('/v1/logs?name=Anna%20Muster', garbage)
  await send('/v1/logs', '{"Anna Muster')
  await send('/v1/session', '{"Anna Muster')
  await send('/nowhere/Anna%20Muster', '{}')
  const failing = {
    ...collector.store(),
    addTallies: () => Promise.reject(new Error('Anna Muster')),
  }
  await collector.app({ store: failing, logger: { stream } }).inject({
    method: 'POST',
    url: '/v1/logs',
    headers,
    payload: bodyOf([makeTally()]),
  })
  const rows = await collector.database().query('select * from tallies')
  const kept = lines.join('') + JSON.stringify(rows)
  expect(lines.length).toBeGreaterThan(5)
  for (const canary of canaries) expect(kept).not.toContain(canary)
})

test('whatever bytes come, in whatever form they say to be: a clear refusal, and nothing stored', async () => {
  const app = collector.app()
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc.nat(400).map((end) => Buffer.from(JSON.stringify(bodyOf([makeTally()]))).subarray(0, end)),
  )
  const type = fc.constantFrom('application/json', 'application/x-protobuf')
  const encoding = fc.constantFrom('identity', 'gzip')
  await fc.assert(
    fc.asyncProperty(body, type, encoding, async (payload, contentType, contentEncoding) => {
      const headers = {
        ...INGEST,
        'content-type': contentType,
        'content-encoding': contentEncoding,
      }
      const response = await app.inject({ method: 'POST', url: '/v1/logs', headers, payload })
      expect([200, 400]).toContain(response.statusCode)
    }),
    { numRuns: 150 },
  )
  expect(await storedCount()).toBe(0)
  expect((await app.inject('/healthz')).statusCode).toBe(200)
})
