import * as v from 'valibot'
import { identifier } from './identifier.ts'

/**
 * What one person has put away or done, in ids of a pack: a hint by its version, a survey that
 * was put off by the day (since 1970) on which it may come again, anything else by 1. 0 takes it back. It stays in this browser.
 */
export const markSchema = v.strictObject({
  pack: identifier,
  /**
   * `walkthroughs`: one was completed. `pins`, `hidden`: what the person makes of one in the help panel.
   * `known`: a section of one whose steps are left out.
   */
  list: v.picklist([
    ...(['hints', 'checklists', 'announcements', 'surveys', 'walkthroughs'] as const),
    ...(['pins', 'hidden', 'known'] as const),
  ]),
  id: identifier,
  /**
   * Of a checklist: the item that is done; without one, the checklist itself is put away. Of what is known:
   * the section.
   */
  item: v.optional(identifier),
  value: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
})

export type Mark = v.InferOutput<typeof markSchema>
/** By `markKey`. */
export type Marks = Readonly<Record<string, number>>
