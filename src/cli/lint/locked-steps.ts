import { isCall } from '../../vocabulary/call.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

/** What the organisation requires can't be passed by at the same time. */
export const lockedSteps: LintRule = (pack) =>
  pack.walkthroughs.flatMap(({ steps }, at) =>
    steps.flatMap((step, stepAt) => {
      if (isCall(step)) return []
      const { id, locked, skippable, missing, target } = step
      const path = ['walkthroughs', at, 'steps', stepAt] as const
      if (locked && skippable)
        return [
          lintError(
            [...path, 'skippable'],
            `step '${id}' is locked and skippable: it can't be both, take one out`,
          ),
        ]
      if (locked && missing === 'skip' && target !== undefined)
        return [
          lintWarning(
            [...path, 'missing'],
            `step '${id}' is locked, and left out where its target is missing: let it wait or stop`,
          ),
        ]
      return []
    }),
  )
