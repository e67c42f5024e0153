import * as v from 'valibot'
import { identifier } from './identifier.ts'

/**
 * What one person has put away or done, in ids of a pack: a hint by its version, anything else by 1.
 * 0 takes it back. It stays in this browser.
 */
export const markSchema = v.strictObject({
  pack: identifier,
  list: v.picklist(['hints']),
  id: identifier,
  value: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

export type Mark = v.InferOutput<typeof markSchema>
/** By `markKey`. */
export type Marks = Readonly<Record<string, number>>

/** Under which a mark is kept: `openmrs/hints/add-allergy`. */
export function markKey({ pack, list, id }: Omit<Mark, 'value'>): string {
  return `${pack}/${list}/${id}`
}
