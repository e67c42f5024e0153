import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { OTLPLogExporter as JsonExporter } from '@opentelemetry/exporter-logs-otlp-http'
import { OTLPLogExporter as ProtobufExporter } from '@opentelemetry/exporter-logs-otlp-proto'
import {
  BatchLogRecordProcessor,
  LoggerProvider,
  type LogRecordExporter,
} from '@opentelemetry/sdk-logs'
import protobuf from 'protobufjs'
import { expect, test } from 'vitest'
import { HOUR_MS, hourOf } from '../../vocabulary/tally.ts'
import { INGEST, useTestCollector } from '../testing/app.ts'
import { NOON } from '../testing/tallies.ts'
import { PROTOBUF_TYPE } from './otlp-protobuf.ts'

const collector = useTestCollector()

/** What OpenTelemetry's own SDK makes of two visits, one with an attribute that no dictionary has. */
async function emit(exporter: LogRecordExporter): Promise<void> {
  const provider = new LoggerProvider({
    processors: [new BatchLogRecordProcessor({ exporter })],
  })
  const logger = provider.getLogger('handrail')
  const attributes = () => ({
    'log.record.uid': randomUUID(),
    'app.id': 'openmrs',
    'app.screen.id': 'vitals',
    'friction.pack.version': 1,
    'friction.count': 4,
    'friction.first_today': true,
    'friction.first_this_week': false,
  })
  const timestamp = hourOf(NOON) * HOUR_MS
  logger.emit({ eventName: 'friction.visit', timestamp, attributes: attributes() })
  logger.emit({
    eventName: 'friction.visit',
    timestamp,
    body: 'Anna Muster',
    severityText: 'INFO',
    attributes: { ...attributes(), 'patient.name': 'Anna Muster' },
  })
  await provider.forceFlush()
  await provider.shutdown()
}

const EXPORTERS: [string, typeof JsonExporter | typeof ProtobufExporter][] = [
  ['JSON', JsonExporter],
  ['protobuf', ProtobufExporter],
]

test.each(EXPORTERS)('the official exporter’s own bytes are taken: %s', async (_form, Exporter) => {
  for (const compression of ['none', 'gzip'] as const) {
    const url = await collector.app().listen({ host: '127.0.0.1', port: 0 })
    const options = { url: `${url}/v1/logs`, headers: INGEST, compression }
    await emit(new Exporter(options as ConstructorParameters<typeof JsonExporter>[0]))
  }
  const rows = await collector.database().query('select * from tallies')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({
    app: 'openmrs',
    screen: 'vitals',
    count: 4,
    first_today: true,
    first_this_week: false,
    hour: hourOf(NOON),
  })
  expect(JSON.stringify(rows)).not.toContain('Muster')
})

/** OTLP's answers as a client reads them. */
const { root } = protobuf.parse(`syntax = "proto3";
  message Response { Partial partial_success = 1; }
  message Partial { int64 rejected_log_records = 1; string error_message = 2; }
  message Status { int32 code = 1; string message = 2; }
  message Request { repeated Resource resource_logs = 1; }
  message Resource { repeated Scope scope_logs = 2; }
  message Scope { repeated Record log_records = 2; }
  message Record { fixed64 time_unix_nano = 1; string event_name = 12; }`)

const request = (records: object[]) =>
  Buffer.from(
    root
      .lookupType('Request')
      .encode({ resourceLogs: [{ scopeLogs: [{ logRecords: records }] }] })
      .finish(),
  )

function post(payload: Buffer, headers: Record<string, string> = {}) {
  return collector.app().inject({
    method: 'POST',
    url: '/v1/logs',
    headers: { ...INGEST, 'content-type': PROTOBUF_TYPE, ...headers },
    payload,
  })
}

const read = (type: string, { rawPayload }: { rawPayload: Buffer }) =>
  root.lookupType(type).toObject(root.lookupType(type).decode(rawPayload), { longs: String })

test('a partial success is told in protobuf', async () => {
  const response = await post(request([{ timeUnixNano: 1, eventName: 'http.request' }]))
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, PROTOBUF_TYPE])
  expect(read('Response', response)).toEqual({
    partialSuccess: { rejectedLogRecords: '1', errorMessage: 'not an event of this dictionary' },
  })
})

test('an empty request is a whole success, and empty too', async () => {
  const response = await post(Buffer.alloc(0))
  expect([response.statusCode, response.rawPayload.length]).toEqual([200, 0])
})

test.each([
  ['garbage', Buffer.from('not protobuf at all'), {}, 400],
  ['cut short', request([{ eventName: 'friction.visit' }]).subarray(0, 9), {}, 400],
  ['groups without an end', Buffer.alloc(1000, 0x0b), {}, 400],
  ['too large', Buffer.alloc(2 * 1024 * 1024), {}, 413],
  ['a gzip bomb', gzipSync(Buffer.alloc(64 * 1024 * 1024)), { 'content-encoding': 'gzip' }, 413],
  ['of nobody', request([]), { authorization: 'Bearer of-nobody-at-all' }, 401],
])('a body that is %s: a status in protobuf, nothing stored', async (_what, body, more, status) => {
  const response = await post(body, more)
  expect([response.statusCode, response.headers['content-type']]).toEqual([status, PROTOBUF_TYPE])
  expect(read('Status', response).message).toMatch(/\.$/)
  expect(await collector.database().query('select uid from tallies')).toEqual([])
})
