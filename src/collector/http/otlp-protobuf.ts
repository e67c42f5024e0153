import protobuf from 'protobufjs'

export const PROTOBUF_TYPE = 'application/x-protobuf'

/**
 * The part of OTLP's logs that a tally can be in; what else a client sends (resources, severities,
 * bodies, trace ids) is skipped unread. Numbers are those of
 * https://github.com/open-telemetry/opentelemetry-proto (logs/v1, common/v1, collector/logs/v1), and
 * `Status` is google.rpc's, in which OTLP/HTTP answers failures.
 */
const SOURCE = `
  syntax = "proto3";
  message Request { repeated ResourceLogs resource_logs = 1; }
  message ResourceLogs { repeated ScopeLogs scope_logs = 2; }
  message ScopeLogs { repeated LogRecord log_records = 2; }
  message LogRecord { fixed64 time_unix_nano = 1; repeated KeyValue attributes = 6; string event_name = 12; }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue { oneof value {
    string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4; } }
  message Response { PartialSuccess partial_success = 1; }
  message PartialSuccess { int64 rejected_log_records = 1; string error_message = 2; }
  message Status { int32 code = 1; string message = 2; }
`
const { root } = protobuf.parse(SOURCE)
const request = root.lookupType('Request')
const response = root.lookupType('Response')
const status = root.lookupType('Status')

/** The export request in the form of OTLP's JSON; `undefined` where the bytes hold none. */
export function readProtobuf(bytes: Uint8Array): unknown {
  try {
    return request.toObject(request.decode(bytes), { arrays: true, defaults: false, longs: String })
  } catch {
    return undefined
  }
}

/** An answer, `{}` or `{partialSuccess}`, or a problem, `{message}`, as protobuf. */
export function writeProtobuf(answer: unknown): Buffer {
  const fields = typeof answer === 'object' && answer !== null ? answer : {}
  const type = 'message' in fields ? status : response
  return Buffer.from(type.encode(type.fromObject(fields)).finish())
}
