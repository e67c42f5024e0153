import * as v from 'valibot'
import { DICTIONARY_VERSION } from './dictionary.ts'
import { DAY_MS, type Note, noteSchema } from './note.ts'
import { HOUR_MS, type Tally, tallySchema } from './tally.ts'
import { readWireframe, writeWireframe } from './wireframe.ts'

/** OTLP/HTTP JSON logs: https://opentelemetry.io/docs/specs/otlp/#otlphttp */
const value = v.union([
  v.object({ stringValue: v.string() }),
  v.object({ intValue: v.union([v.string(), v.number()]) }),
  v.object({ boolValue: v.boolean() }),
])
const attributes = v.array(v.object({ key: v.string(), value }))
const logRecord = v.object({
  timeUnixNano: v.union([v.string(), v.number()]),
  eventName: v.string(),
  attributes,
})
export const exportRequestSchema = v.object({
  resourceLogs: v.array(
    v.object({ scopeLogs: v.array(v.object({ logRecords: v.array(v.unknown()) })) }),
  ),
})

type Value = v.InferOutput<typeof value>
type Field = Exclude<keyof Tally, 'hour' | 'kind'> | Exclude<keyof Note, 'day'>

/** The attribute of each field. `app.*` and `log.record.uid` are OpenTelemetry's own names. */
const KEYS: Record<Field, string> = {
  uid: 'log.record.uid',
  app: 'app.id',
  packVersion: 'friction.pack.version',
  screen: 'app.screen.id',
  target: 'app.widget.id',
  role: 'friction.role',
  walkthrough: 'friction.walkthrough.id',
  step: 'friction.step.id',
  survey: 'friction.survey.id',
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
const FIELDS = new Map(Object.entries(KEYS).map(([field, key]) => [key, field]))
const EVENT_PREFIX = 'friction.'
const NOTE_EVENT = `${EVENT_PREFIX}note`

function encodeValue(raw: string | number | boolean): Value {
  if (typeof raw === 'string') return { stringValue: raw }
  if (typeof raw === 'number') return { intValue: String(raw) }
  return { boolValue: raw }
}

function decodeValue(encoded: Value): string | number | boolean {
  if ('stringValue' in encoded) return encoded.stringValue
  if ('intValue' in encoded) return Number(encoded.intValue)
  return encoded.boolValue
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
    .map(([field, raw]) => ({ key: KEYS[field], value: encodeValue(raw) }))
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

function decodeRecord(raw: unknown): { tally: Tally } | { note: Note } | string {
  const parsed = v.safeParse(logRecord, raw)
  if (!parsed.success) return 'not an OTLP log record'
  const { timeUnixNano, eventName, attributes: pairs } = parsed.output
  if (!eventName.startsWith(EVENT_PREFIX)) return 'not an event of this dictionary'
  const isNote = eventName === NOTE_EVENT
  const at = Number(timeUnixNano) / 1e6
  const fields: Record<string, unknown> = isNote
    ? { day: at / DAY_MS }
    : { kind: eventName.slice(EVENT_PREFIX.length), hour: at / HOUR_MS }
  for (const { key, value: encoded } of pairs) {
    const field = FIELDS.get(key)
    if (field === undefined) return 'an attribute that is not in the dictionary'
    if (Object.hasOwn(fields, field)) return `attribute ${key} stands twice`
    fields[field] = decodeValue(encoded)
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
