import * as v from 'valibot'
import { ELEMENT_REGIONS } from './element-regions.ts'
import { ELEMENT_ROLES } from './element-roles.ts'
import { identifier } from './identifier.ts'
import { COMMENT_LENGTH_MAX } from './lengths.ts'
import { REPORT_CATEGORIES, type ReportCategory } from './report-categories.ts'
import { FREQUENCY_IDS, SEVERITY_IDS } from './report-details.ts'
import { uid } from './uid.ts'
import { wireframeSchema } from './wireframe.ts'

/** Days since 1970-01-01 (UTC); the bound is the year 2100. */
const epochDay = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(47_482))

const comment = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(COMMENT_LENGTH_MAX),
  v.regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u, 'text without control or invisible characters'),
)

const noteEntries = {
  app: v.optional(identifier),
  packVersion: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  screen: identifier,
  target: v.optional(identifier),
  role: v.optional(v.picklist(ELEMENT_ROLES)),
  region: v.optional(v.picklist(ELEMENT_REGIONS)),
  outcome: v.picklist(Object.keys(REPORT_CATEGORIES) as ReportCategory[]),
  severity: v.optional(v.picklist(SEVERITY_IDS)),
  often: v.optional(v.picklist(FREQUENCY_IDS)),
  comment: v.optional(comment),
  wireframe: v.optional(wireframeSchema),
}

function holdsSomething<Input extends { comment?: unknown; wireframe?: unknown }>() {
  return v.check<Input, string>(
    ({ comment: words, wireframe }) => words !== undefined || wireframe !== undefined,
    'a note holds a comment or a wireframe',
  )
}

/** What a page hands to the worker: a report’s comment, its wireframe, or both. */
export const pageNoteSchema = v.pipe(v.strictObject({ uid, ...noteEntries }), holdsSomething())
export type PageNote = v.InferOutput<typeof pageNoteSchema>

/**
 * What goes on the wire beside tallies, in a request of its own: with its day and no hour, and with neither
 * cohort nor department, which could be a group of few.
 */
export const noteSchema = v.pipe(
  v.strictObject({ uid, day: epochDay, ...noteEntries }),
  holdsSomething(),
)
export type Note = v.InferOutput<typeof noteSchema>

export const DAY_MS = 86_400_000

/** The UTC day that a moment (ms since 1970) falls in. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS)
}
