import * as v from 'valibot'
import { DICTIONARY_VERSION } from './dictionary.ts'
import { DAY_MS, type Note, noteSchema } from './note.ts'
import { HOUR_MS, type Tally, tallySchema } from './tally.ts'
import { readWireframe, writeWireframe } from './wireframe.ts'

/** OTLP/HTTP JSON logs: https://opentelemetry.io/docs/specs/otlp/#otlphttp */
export const exportRequestSchema = v.object({
  resourceLogs: v.array(
    v.object({ scopeLogs: v.array(v.object({ logRecords: v.array(v.unknown()) })) }),
  ),
})

type Value = { stringValue: string } | { intValue: string | number } | { boolValue: boolean }
export type Field = Exclude<keyof Tally, 'hour' | 'kind'> | Exclude<keyof Note, 'day'>

/** The attribute of each field. `app.*` and `log.record.uid` are OpenTelemetry's own names. */
export const WIRE_KEYS: Record<Field, string> = {
  uid: 'log.record.uid',
  app: 'app.id',
  packVersion: 'friction.pack.version',
  screen: 'app.screen.id',
  target: 'app.widget.id',
  role: 'friction.role',
  region: 'friction.region',
  walkthrough: 'friction.walkthrough.id',
  step: 'friction.step.id',
  survey: 'friction.survey.id',
  task: 'friction.task.id',
  outcome: 'friction.outcome',
  severity: 'friction.report.severity',
  often: 'friction.report.often',
  count: 'friction.count',
  firstToday: 'friction.first_today',
  firstThisWeek: 'friction.first_this_week',
  cohort: 'friction.cohort',
  department: 'friction.department',
  comment: 'friction.note.comment',
  wireframe: 'friction.note.wireframe',
}
const FIELDS = new Map(Object.entries(WIRE_KEYS).map(([field, key]) => [key, field]))
const EVENT_PREFIX = 'friction.'
const NOTE_EVENT = `${EVENT_PREFIX}note`

function encodeValue(raw: string | number | boolean): Value {
  if (typeof raw === 'string') return { stringValue: raw }
  if (typeof raw === 'number') return { intValue: String(raw) }
  return { boolValue: raw }
}

/** `undefined` for what is no value that a record of ours can hold. */
function decodeValue(encoded: unknown): string | number | boolean | undefined {
  if (typeof encoded !== 'object' || encoded === null) return undefined
  if ('stringValue' in encoded)
    return typeof encoded.stringValue === 'string' ? encoded.stringValue : undefined
  if ('intValue' in encoded) return toNumber(encoded.intValue)
  if ('boolValue' in encoded)
    return typeof encoded.boolValue === 'boolean' ? encoded.boolValue : undefined
  return undefined
}

/** Protobuf's JSON writes 64-bit numbers as text. */
function toNumber(encoded: unknown): number | undefined {
  return typeof encoded === 'number' || typeof encoded === 'string' ? Number(encoded) : undefined
}

function nanos(hour: number): string {
  return `${hour * HOUR_MS}000000`
}

/**
 * One batch as an OTLP `ExportLogsServiceRequest`. `sentHour` (epoch hours) is the client's clock
 * when it sends, coarsened like every time on the wire; the collector stamps receipt itself.
 */
export function encodeBatch(tallies: readonly Tally[], version: string, sentHour: number) {
  const logRecords = tallies.map(({ hour, kind, ...fields }) => ({
    timeUnixNano: nanos(hour),
    observedTimeUnixNano: nanos(sentHour),
    eventName: EVENT_PREFIX + kind,
    attributes: encodeFields(fields),
  }))
  return exportRequest(logRecords, version)
}

/** One note as an OTLP `ExportLogsServiceRequest`. It has a day, and that is all it has of time. */
export function encodeNote({ day, wireframe, ...fields }: Note, version: string) {
  const time = `${day * DAY_MS}000000`
  const boxes = wireframe === undefined ? {} : { wireframe: writeWireframe(wireframe) }
  const record = {
    timeUnixNano: time,
    observedTimeUnixNano: time,
    eventName: NOTE_EVENT,
    attributes: encodeFields({ ...fields, ...boxes }),
  }
  return exportRequest([record], version)
}

function encodeFields(fields: Partial<Record<Field, string | number | boolean | undefined>>) {
  return Object.entries(fields)
    .filter((entry): entry is [Field, string | number | boolean] => entry[1] !== undefined)
    .map(([field, raw]) => ({ key: WIRE_KEYS[field], value: encodeValue(raw) }))
}

function exportRequest(logRecords: readonly object[], version: string) {
  const resource = {
    attributes: [
      { key: 'service.name', value: encodeValue('handrail') },
      { key: 'service.version', value: encodeValue(version) },
    ],
  }
  const scope = { name: 'handrail', version: DICTIONARY_VERSION }
  return { resourceLogs: [{ resource, scopeLogs: [{ scope, logRecords: [...logRecords] }] }] }
}

/** What a collector made of a batch: the records that fit, and why each other one did not. */
export interface DecodedBatch {
  tallies: Tally[]
  notes: Note[]
  faults: string[]
}

const NO_RECORD = 'not an OTLP log record'

// Most of the work of ingest is here: OTLP's own form is looked at by hand, and what comes of it
// against the schema.
function decodeRecord(raw: unknown): { tally: Tally } | { note: Note } | string {
  if (typeof raw !== 'object' || raw === null) return NO_RECORD
  const { timeUnixNano, eventName, attributes }: Record<string, unknown> = { ...raw }
  const nanoseconds = toNumber(timeUnixNano)
  if (nanoseconds === undefined || typeof eventName !== 'string' || !Array.isArray(attributes))
    return NO_RECORD
  if (!eventName.startsWith(EVENT_PREFIX)) return 'not an event of this dictionary'
  const isNote = eventName === NOTE_EVENT
  const at = nanoseconds / 1e6
  const fields: Record<string, unknown> = isNote
    ? { day: at / DAY_MS }
    : { kind: eventName.slice(EVENT_PREFIX.length), hour: at / HOUR_MS }
  for (const pair of attributes) {
    const decoded = decodeValue(pair?.value)
    if (typeof pair?.key !== 'string' || decoded === undefined) return NO_RECORD
    const field = FIELDS.get(pair.key)
    if (field === undefined) return 'an attribute that is not in the dictionary'
    if (Object.hasOwn(fields, field)) return `attribute ${pair.key} stands twice`
    fields[field] = decoded
  }
  if (fields.wireframe !== undefined) fields.wireframe = readWireframe(fields.wireframe) ?? []
  const read = isNote
    ? v.safeParse(
        v.pipe(
          noteSchema,
          v.transform((note) => ({ note })),
        ),
        fields,
      )
    : v.safeParse(
        v.pipe(
          tallySchema,
          v.transform((tally) => ({ tally })),
        ),
        fields,
      )
  if (read.success) return read.output
  const path = v.getDotPath(read.issues[0])
  return path ? `${path}: not as the dictionary has it` : 'does not fit the entry of its kind'
}

/**
 * Reads an export request. Faults never quote what was sent: a log must not hold it either.
 * Throws nothing; `undefined` where the body is no export request at all.
 */
export function decodeBatch(body: unknown): DecodedBatch | undefined {
  const parsed = v.safeParse(exportRequestSchema, body)
  if (!parsed.success) return undefined
  const batch: DecodedBatch = { tallies: [], notes: [], faults: [] }
  for (const { scopeLogs } of parsed.output.resourceLogs)
    for (const { logRecords } of scopeLogs)
      for (const raw of logRecords) {
        const decoded = decodeRecord(raw)
        if (typeof decoded === 'string') batch.faults.push(decoded)
        else if ('note' in decoded) batch.notes.push(decoded.note)
        else batch.tallies.push(decoded.tally)
      }
  return batch
}
