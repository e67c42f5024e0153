import type { PlannedStep } from '../vocabulary/plan.ts'
import type { StepEnd } from './machine.ts'

/**
 * What has ended, as it is counted: a step that calls another walkthrough ends with the last step of that,
 * and as that does. `following`: the step that comes now, nothing at the end.
 */
export function countedEnds(
  steps: readonly Pick<PlannedStep, 'id' | 'countsAs'>[],
  ended: readonly StepEnd[],
  following: string | undefined,
): StepEnd[] {
  const countsAs = new Map(steps.map((step) => [step.id, step.countsAs]))
  const counted = (path: string | undefined) => (path === undefined ? path : countsAs.get(path))
  return ended.flatMap(({ step, outcome }, at) => {
    const own = counted(step)
    const isWithin = own !== step && own === counted(ended[at + 1]?.step ?? following)
    return own === undefined || isWithin ? [] : [{ step: own, outcome }]
  })
}
