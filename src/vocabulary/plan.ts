import { isCall } from './call.ts'
import type { Call, Pack, Step, Walkthrough } from './pack.ts'

/** Walkthroughs within walkthroughs, at most: the outermost is the first. */
export const PLAN_DEPTH_MAX = 3
/** Steps of a walkthrough with all that it calls, at most. */
export const PLAN_STEPS_MAX = 200

/** A step where it stands in a plan: its `id` is its path, `vitals.weight` for a step of what `vitals` calls. */
export interface PlannedStep extends Step {
  /** Where its words stand. */
  of: { walkthrough: string; step: string }
  /** What it counts as: its own id, or the id of the call of the outermost walkthrough that it belongs to. */
  countsAs: string
}

/** A walkthrough with the steps of all that it calls in their places. */
export interface Plan extends Omit<Walkthrough, 'steps'> {
  steps: PlannedStep[]
}

/** Why a walkthrough has no plan. */
export type PlanFault = 'unknown' | 'cycle' | 'depth' | 'length'

interface Around {
  prefix: string
  countsAs: string | undefined
  /** The walkthroughs that this one is called from, and itself. */
  trail: readonly string[]
}

/** The walkthrough as it is gone through, or why it is not: nothing runs that could call itself. */
export function planOf(
  pack: Pick<Pack, 'walkthroughs'>,
  walkthrough: Walkthrough,
): Plan | PlanFault {
  const calledBy = (call: Call) => pack.walkthroughs.find(({ id }) => id === call.walkthrough)
  let count = 0

  /** The path of the first step that a step or a call comes to. */
  function entryOf(within: Walkthrough, id: string, prefix: string): string {
    // Deeper there is no plan anyway.
    if (prefix.split('.').length > PLAN_DEPTH_MAX) return prefix
    const step = within.steps.find((one) => one.id === id)
    const called = step && isCall(step) ? calledBy(step) : undefined
    const first = called?.steps[0]
    return called && first ? entryOf(called, first.id, `${prefix}${id}.`) : `${prefix}${id}`
  }

  function expand(
    one: Walkthrough,
    { prefix, countsAs, trail }: Around,
  ): PlannedStep[] | PlanFault {
    if (trail.slice(0, -1).includes(one.id)) return 'cycle'
    if (trail.length > PLAN_DEPTH_MAX) return 'depth'
    const steps: PlannedStep[] = []
    const leading = (branch: Step['branch']) =>
      branch.map(({ when, to }) => ({ when, to: entryOf(one, to, prefix) }))
    for (const step of one.steps) {
      const counted = countsAs ?? step.id
      if (!isCall(step)) {
        const of = { walkthrough: one.id, step: step.id }
        const id = `${prefix}${step.id}`
        // What the organisation locks is not left out of what goes through it either.
        const locked = step.locked || (countsAs !== undefined && one.locked)
        steps.push({ ...step, id, of, countsAs: counted, locked, branch: leading(step.branch) })
      } else {
        const called = calledBy(step)
        if (called === undefined) return 'unknown'
        const inner = expand(called, {
          prefix: `${prefix}${step.id}.`,
          countsAs: counted,
          trail: [...trail, called.id],
        })
        if (typeof inner === 'string') return inner
        // Where the call leads, its last step does.
        const last = inner.at(-1)
        if (last) last.branch = [...last.branch, ...leading(step.branch)]
        steps.push(...inner)
      }
      count += 1
      if (count > PLAN_STEPS_MAX) return 'length'
    }
    return steps
  }

  const steps = expand(walkthrough, { prefix: '', countsAs: undefined, trail: [walkthrough.id] })
  return typeof steps === 'string' ? steps : { ...walkthrough, steps }
}
