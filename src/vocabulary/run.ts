import * as v from 'valibot'
import { ID_LENGTH_MAX, identifier } from './identifier.ts'
import { PLAN_DEPTH_MAX } from './plan.ts'

/** A step by the ids that lead to it: `vitals.weight` is the step `weight` of what the step `vitals` calls. */
const stepPath = v.pipe(
  v.string(),
  v.maxLength(PLAN_DEPTH_MAX * (ID_LENGTH_MAX + 1)),
  v.check(
    (path) => path.split('.').every((id) => v.is(identifier, id)),
    'a step is named by ids with a point between',
  ),
)

/** One walkthrough under way in one tab: all that must survive a reload. */
export const runSchema = v.strictObject({
  pack: identifier,
  walkthrough: identifier,
  /** Progress is kept by step id, so that a new version of the pack can go on with it. */
  step: stepPath,
  /** Ids of the steps that were done or skipped, in order. */
  past: v.pipe(v.array(stepPath), v.maxLength(500)),
  /** Gone back to: what already holds does not end the step again until it has once not held. */
  revisiting: v.optional(v.boolean()),
  /** It has been in somebody's record. Whose, no run says. */
  hasRecord: v.optional(v.boolean()),
})

export type Run = v.InferOutput<typeof runSchema>
