import * as v from 'valibot'

export const BACKUP_FORMAT = 'handrail.backup/1'

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** The first line of a backup. */
export const headerSchema = v.strictObject({
  format: v.literal(BACKUP_FORMAT),
  /** The version of the tables, as in `schema_version`. */
  schema: v.pipe(whole, v.minValue(1)),
  /** The Handrail that made it, and when: for people. */
  handrail: v.string(),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
})

/** Before the rows of a table, which are objects by column, one a line. */
export const tableSchema = v.strictObject({ table: v.string() })

/** The last line. What comes before it, to the byte, has this SHA-256 (hex). */
export const endSchema = v.strictObject({ rows: whole, sha256: v.pipe(v.string(), v.length(64)) })

export type Header = v.InferOutput<typeof headerSchema>
export type End = v.InferOutput<typeof endSchema>

/** The marks stand apart from rows by their first character, so that a row is never read for one. */
export const MARK = '#'

/** A line that is no row. */
export function markLine(value: Header | End | v.InferOutput<typeof tableSchema>): string {
  return MARK + JSON.stringify(value)
}
