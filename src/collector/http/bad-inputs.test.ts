import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hourOf } from '../../vocabulary/tally.ts'
import { INGEST, PUBLISH, useTestCollector } from '../testing/app.ts'
import { bodyOf, makeTally, NOON } from '../testing/tallies.ts'

const collector = useTestCollector()
const PATIENCE_MS = 60_000

/** What somebody may put where an id, a number or a whole record belongs. */
const NASTY = [
  '=CMD()',
  '=HYPERLINK("http://x","y")',
  "'; drop table tallies; --",
  '\\N',
  'a\tb\nc',
  '\u202egnp.exe',
  '\u0000',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  'mrn-12345678',
  'A'.repeat(100_000),
  '9'.repeat(400),
  '-1',
  'NaN',
  '1e400',
]
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.bigInt().map(String),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, undefined, true, [], {}, [[]], Number.MAX_SAFE_INTEGER + 2),
)
const value = fc.oneof(
  nasty.map((stringValue) => ({ stringValue })),
  nasty.map((intValue) => ({ intValue })),
  nasty.map((boolValue) => ({ boolValue })),
  nasty,
)

type Attribute = { key: unknown; value: unknown }
type Record_ = { timeUnixNano: unknown; eventName: unknown; attributes: Attribute[] }

const goodRecord = () =>
  structuredClone(
    bodyOf([makeTally()]).resourceLogs[0]?.scopeLogs[0]?.logRecords[0],
  ) as unknown as Record_

/** A good record with one thing about it changed for the worse. */
const badRecord = fc.oneof(
  nasty.map((timeUnixNano): unknown => ({ ...goodRecord(), timeUnixNano })),
  nasty.map((eventName): unknown => ({ ...goodRecord(), eventName })),
  nasty.map((rest): unknown => ({
    ...goodRecord(),
    eventName: `friction.${JSON.stringify(rest)}`,
  })),
  nasty.map((attributes): unknown => ({ ...goodRecord(), attributes })),
  fc.tuple(fc.nat(6), value).map(([at, changed]): unknown => {
    const record = goodRecord()
    const attribute = record.attributes[at % record.attributes.length]
    if (attribute) attribute.value = changed
    return record
  }),
  fc.tuple(nasty, value).map(([key, added]): unknown => {
    const record = goodRecord()
    record.attributes.push({ key, value: added })
    return record
  }),
  fc.nat(6).map((at): unknown => {
    const record = goodRecord()
    record.attributes.splice(at % record.attributes.length, 1)
    return record
  }),
  nasty,
)

async function stored() {
  return collector.database().query('select * from tallies')
}

const aWord = /^[a-z][a-z0-9_-]{0,63}$|^$/

test(
  'of records that are wrong in any one thing none gets in, and those beside them do',
  async () => {
    const app = collector.app({ quota: 1_000_000 })
    let sent = 0
    let maybe = 0
    await fc.assert(
      fc.asyncProperty(fc.array(badRecord, { minLength: 1, maxLength: 8 }), async (bad) => {
        const body = bodyOf([makeTally(), makeTally()])
        const records: unknown[] = body.resourceLogs[0]?.scopeLogs[0]?.logRecords ?? []
        records.push(...bad)
        const payload = JSON.stringify(body)
        const response = await app.inject({
          method: 'POST',
          url: '/v1/logs',
          headers: { ...INGEST, 'content-type': 'application/json' },
          payload,
        })
        expect(response.statusCode).toBe(payload.length > 1024 * 1024 ? 413 : 200)
        if (response.statusCode === 413) return
        const refused = Number(response.json().partialSuccess?.rejectedLogRecords ?? 0)
        expect(refused).toBeLessThanOrEqual(bad.length)
        // A change may have made another good record: a count of 2, or no department.
        maybe += bad.length - refused
        sent += 2
        expect(response.body.length).toBeLessThan(2_000)
        for (const said of NASTY.slice(0, 12)) expect(response.body).not.toContain(said)
      }),
      { numRuns: 150 },
    )
    const rows = await stored()
    expect(rows).toHaveLength(sent + maybe)
    for (const { uid, day, hour, count, pack_version, received_hour, ...rest } of rows) {
      expect(uid).toMatch(/^[0-9a-f-]{36}$/)
      expect([1, 2, 4, 8]).toContain(count)
      expect(Math.abs(Number(hour) - hourOf(NOON))).toBeLessThanOrEqual(15 * 24)
      for (const word of Object.values(rest))
        expect(typeof word === 'boolean' || aWord.test(String(word))).toBe(true)
    }
  },
  PATIENCE_MS,
)

test(
  'whatever the headers say: a status that fits, a clear message, and nothing stored',
  async () => {
    const app = collector.app()
    const body = Buffer.from(JSON.stringify(bodyOf([makeTally()])))
    const text = fc.oneof(
      fc.constantFrom(...NASTY.filter((one) => /^[\x20-\x7e]{1,200}$/.test(one))),
      fc.string({ minLength: 1, maxLength: 60 }),
    )
    const headers = fc.oneof(
      text.map((token) => ({
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
      })),
      text.map((authorization) => ({ authorization, 'content-type': 'application/json' })),
      text.map((type) => ({ ...INGEST, 'content-type': `x-${type}` })),
      text.map((encoding) => ({
        ...INGEST,
        'content-type': 'application/json',
        'content-encoding': `x-${encoding}`,
      })),
    )
    await fc.assert(
      fc.asyncProperty(headers, async (given) => {
        const response = await app.inject({
          method: 'POST',
          url: '/v1/logs',
          headers: given,
          payload: body,
        })
        expect([400, 401, 415]).toContain(response.statusCode)
        expect(response.json().message).toMatch(/^[A-Z].*\.$/)
      }),
      { numRuns: 150 },
    )
    expect(await stored()).toEqual([])
  },
  PATIENCE_MS,
)

test(
  'gzip that is cut anywhere, or changed anywhere, stores the whole batch or nothing of it',
  async () => {
    const app = collector.app({ quota: 1_000_000 })
    const whole = gzipSync(JSON.stringify(bodyOf([makeTally(), makeTally(), makeTally()])))
    const send = (payload: Buffer) =>
      app.inject({
        method: 'POST',
        url: '/v1/logs',
        headers: { ...INGEST, 'content-type': 'application/json', 'content-encoding': 'gzip' },
        payload,
      })
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.boolean(),
        async (at, byte, cut) => {
          const payload = cut ? whole.subarray(0, at) : Buffer.from(whole)
          if (!cut) payload[at] = byte
          const { statusCode } = await send(payload)
          expect(cut ? [400] : [200, 400]).toContain(statusCode)
        },
      ),
      { numRuns: 200 },
    )
    expect([0, 3]).toContain((await stored()).length)
  },
  PATIENCE_MS,
)

test(
  'whatever comes to the other addresses is refused, and changes nothing',
  async () => {
    const app = collector.app()
    const routes = [
      '/v1/session',
      '/v1/tokens',
      '/v1/tokens/x/end',
      '/v1/channels/main',
      '/v1/packs',
    ]
    const payload = fc.oneof(fc.json(), fc.string(), fc.constantFrom(...NASTY))
    const method = fc.constantFrom('POST', 'PUT', 'DELETE', 'PATCH')
    const header = fc.constantFrom({}, INGEST, PUBLISH, { authorization: 'Bearer x.y.z' })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        method,
        header,
        payload,
        async (url, verb, given, body) => {
          const response = await app.inject({
            method: verb as 'POST',
            url,
            headers: { ...given, 'content-type': 'application/json' },
            payload: body,
          })
          expect(response.statusCode).toBeGreaterThanOrEqual(400)
          expect(response.statusCode).toBeLessThan(500)
          expect(response.json().message).toMatch(/^[A-Z].*\.$/)
        },
      ),
      { numRuns: 150 },
    )
    for (const table of ['channels', 'packs', 'ingest_tokens', 'spent_links'])
      expect(await collector.database().query(`select * from ${table}`)).toEqual([])
  },
  PATIENCE_MS,
)

test(
  'whatever bytes come over the wire, the next request is answered',
  async () => {
    const app = collector.app({ requestTimeoutMs: 2_000 })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const { port } = new URL(url)
    const throwAt = (bytes: Uint8Array) =>
      new Promise<void>((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes))
        socket.on('error', () => resolve())
        socket.on('close', () => resolve())
        socket.resume()
      })
    const head = Buffer.from(
      `POST /v1/logs HTTP/1.1\r\nhost: x\r\nauthorization: ${INGEST.authorization}\r\ncontent-type: application/json\r\n`,
    )
    const after = fc.constantFrom(
      'content-length: 10\r\n\r\n{',
      'content-length: -1\r\n\r\n',
      'content-length: 5\r\ncontent-length: 6\r\n\r\n{}',
      'transfer-encoding: chunked\r\n\r\nzz\r\n',
      'transfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n',
      'expect: 100-continue\r\ncontent-length: 2\r\n\r\n',
      '\r\n',
    )
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      after.map((rest) => Buffer.concat([head, Buffer.from(rest)])),
      fc.uint8Array({ maxLength: 100 }).map((rest) => Buffer.concat([head, rest])),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (thrown) => {
        await throwAt(thrown)
        expect((await fetch(`${url}/healthz`)).status).toBe(200)
      }),
      { numRuns: 60 },
    )
    expect(await stored()).toEqual([])
  },
  PATIENCE_MS,
)
