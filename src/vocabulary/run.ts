import * as v from 'valibot'
import { identifier } from './identifier.ts'

/** One walkthrough under way in one tab: all that must survive a reload. */
export const runSchema = v.strictObject({
  pack: identifier,
  walkthrough: identifier,
  /** Progress is kept by step id, so that a new version of the pack can go on with it. */
  step: identifier,
  /** Ids of the steps that were done or skipped, in order. */
  past: v.pipe(v.array(identifier), v.maxLength(500)),
  /** Gone back to: what already holds does not end the step again until it has once not held. */
  revisiting: v.optional(v.boolean()),
  /** It has been in somebody's record. Whose, no run says. */
  hasRecord: v.optional(v.boolean()),
})

export type Run = v.InferOutput<typeof runSchema>
