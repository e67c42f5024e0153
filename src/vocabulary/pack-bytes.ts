import * as v from 'valibot'
import { readJsonBytes } from './json-bytes.ts'
import { OVERLAY_FORMAT, type Overlay, overlaySchema } from './overlay.ts'
import { PACK_BYTES_MAX, type Pack, packSchema } from './pack.ts'
import { faultOfIssue, type PackFault, showPath } from './pack-fault.ts'
import { packReferenceFaults } from './pack-reference-faults.ts'

/** Faults told of one pack, at most: a broken one would fill a log. */
const FAULTS_MAX = 50

/** A pack, or an overlay of one: either may stand on a channel. */
export type ReadContent = { ok: true; pack: Pack | Overlay } | { ok: false; faults: string[] }
export type ReadPack = { ok: true; pack: Pack } | { ok: false; faults: string[] }

/**
 * Reads the bytes of a pack of unknown origin: JSON of bounded size and depth without double or
 * prototype keys, in the schema's shape, with every reference resolved. Never throws. Whether the
 * bytes are the ones a channel names is `openPack`'s question.
 */
export function readPackBytes(bytes: Uint8Array): ReadPack {
  const json = readJsonBytes(bytes, PACK_BYTES_MAX)
  return json.ok ? readPack(json.value) : { ok: false, faults: [json.fault] }
}

/** Reads the bytes of a pack or of an overlay; of an overlay, its form only: what it is laid over is not here. */
export function readContentBytes(bytes: Uint8Array): ReadContent {
  const json = readJsonBytes(bytes, PACK_BYTES_MAX)
  if (!json.ok) return { ok: false, faults: [json.fault] }
  if (!isOverlaySource(json.value)) return readPack(json.value)
  const parsed = v.safeParse(overlaySchema, json.value)
  return parsed.success
    ? { ok: true, pack: parsed.output }
    : refused(parsed.issues.map(faultOfIssue))
}

/** Whether a value says of itself that it is an overlay. */
export function isOverlaySource(value: unknown): boolean {
  return v.is(v.object({ format: v.literal(OVERLAY_FORMAT) }), value)
}

function readPack(value: unknown): ReadPack {
  const parsed = v.safeParse(packSchema, value)
  if (!parsed.success) return refused(parsed.issues.map(faultOfIssue))
  const errors = packReferenceFaults(parsed.output).filter(({ level }) => level === 'error')
  return errors.length > 0 ? refused(errors) : { ok: true, pack: parsed.output }
}

function refused(faults: PackFault[]): ReadPack {
  const told = faults.slice(0, FAULTS_MAX)
  return {
    ok: false,
    faults: told.map(({ path, message }) =>
      path.length === 0 ? message : `${showPath(path)}: ${message}`,
    ),
  }
}

/**
 * The bytes of a pack for publishing: JSON with keys in alphabetical order, so that the same
 * content always has the same hash. `source` holds JSON values only.
 */
export function canonicalJsonBytes(source: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(source, withSortedKeys))
}

function withSortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)),
  )
}
