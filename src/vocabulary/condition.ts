import * as v from 'valibot'
import { identifier } from './identifier.ts'

/** What may be asked of the page as it stands. */
export const conditionSchema = v.union(
  [
    v.strictObject({ screen: identifier }),
    v.strictObject({ present: identifier }),
    v.strictObject({ absent: identifier }),
    v.strictObject({ enabled: identifier }),
  ],
  'a condition is one of screen, present, absent, enabled, with an id',
)

export type Condition = v.InferOutput<typeof conditionSchema>
