import type { Call, Step, Walkthrough } from '../../vocabulary/pack.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

/** Every step can be reached from the first, and from there the end. */
export const reachableSteps: LintRule = (pack) =>
  pack.walkthroughs.flatMap((walkthrough, at) => {
    const path = ['walkthroughs', at, 'steps'] as const
    const { reached, hasEnd } = walk(walkthrough)
    const unreached = walkthrough.steps.flatMap(({ id }, stepAt) =>
      reached.has(id)
        ? []
        : [
            lintWarning(
              [...path, stepAt],
              `nothing leads to step '${id}': branch to it, or take it out`,
            ),
          ],
    )
    return hasEnd
      ? unreached
      : [
          ...unreached,
          lintError(
            path,
            `walkthrough '${walkthrough.id}' never ends: its steps always branch to another one`,
          ),
        ]
  })

function walk({ steps }: Walkthrough): { reached: Set<string>; hasEnd: boolean } {
  const reached = new Set<string>()
  const open = steps.slice(0, 1)
  let hasEnd = false
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    if (reached.has(step.id)) continue
    reached.add(step.id)
    const ids = branchesOf(step)
    open.push(...steps.filter(({ id }) => ids.includes(id)))
    if (goesOn(step)) {
      const next = steps[steps.indexOf(step) + 1]
      if (next === undefined) hasEnd = true
      else open.push(next)
    }
  }
  return { reached, hasEnd }
}

/** A branch without conditions is always taken: what stands after it never is. */
function goesOn({ branch }: Step | Call): boolean {
  return branch.every(({ when }) => when.length > 0)
}

function branchesOf({ branch }: Step | Call): string[] {
  const forced = branch.findIndex(({ when }) => when.length === 0)
  return (forced < 0 ? branch : branch.slice(0, forced + 1)).map(({ to }) => to)
}
