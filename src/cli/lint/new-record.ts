import { isCall } from '../../vocabulary/call.ts'
import { type LintRule, lintWarning } from './rule.ts'

/** Before a step with `newRecord` no other record pauses the walkthrough: nothing there may be within one. */
export const newRecord: LintRule = ({ app, walkthroughs }) =>
  walkthroughs.flatMap(({ steps }, at) => {
    const path = (stepAt: number) => ['walkthroughs', at, 'steps', stepAt] as const
    const last = steps.findLastIndex((step) => !isCall(step) && step.newRecord)
    if (last < 0) return []
    if (app.patient === undefined)
      return [
        lintWarning(
          [...path(last), 'newRecord'],
          'the pack does not say how to tell whose record is open: give app.patient, or take newRecord out',
        ),
      ]
    const within = app.patient.screens
    return steps
      .slice(0, last)
      .flatMap((step, stepAt) =>
        !isCall(step) && step.screen !== undefined && within.includes(step.screen)
          ? [
              lintWarning(
                path(stepAt),
                `step '${step.id}' is within a record, and the one before a newRecord is not watched: leave it to a walkthrough of its own`,
              ),
            ]
          : [],
      )
  })
