import { isCall } from '../../vocabulary/call.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

/** What a step waits for must be able to happen, and the last one must end at a moment of its own. */
export const stepAdvance: LintRule = (pack) =>
  pack.walkthroughs.flatMap(({ steps }, at) =>
    steps.flatMap((step, stepAt) => {
      if (isCall(step)) return []
      const { id, advance, target, missing, screen, doneWhen } = step
      const path = ['walkthroughs', at, 'steps', stepAt] as const
      if ((advance.on === 'press' || advance.on === 'input') && target === undefined)
        return [
          lintError(
            path,
            `step '${id}' waits for ${advance.on}, and has no target: name one, or advance on next`,
          ),
        ]
      if (advance.on === 'absent' && screen === undefined)
        return [
          lintWarning(
            [...path, 'advance'],
            `step '${id}' ends on every screen that does not have '${advance.target}': name the step's screen`,
          ),
        ]
      if (doneWhen.length > 0 && doneWhen.every((condition) => 'absent' in condition))
        return [
          lintWarning(
            [...path, 'doneWhen'],
            `step '${id}' counts as done on every screen that does not have its targets: add a screen, or what is present then`,
          ),
        ]
      const isLast = stepAt === steps.length - 1
      if (isLast && (advance.on === 'input' || advance.on === 'enabled'))
        return [
          lintWarning(
            [...path, 'advance'],
            `the last step '${id}' would end the walkthrough at the first key: advance on next, press, screen, present or absent`,
          ),
        ]
      if (missing !== 'wait' && target === undefined)
        return [
          lintWarning([...path, 'missing'], `step '${id}' has no target that could be missing`),
        ]
      return []
    }),
  )
