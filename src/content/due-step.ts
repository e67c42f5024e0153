import type { Pack, Step, Walkthrough } from '../vocabulary/pack.ts'
import { type Plan, type PlannedStep, planOf } from '../vocabulary/plan.ts'
import type { Run } from '../vocabulary/run.ts'
import { stepOf } from '../walkthroughs/machine.ts'
import type { PackSight, Sight } from './lookout.ts'

/** The step that is due, and the page as the run's own pack sees it. */
export interface DueStep {
  pack: Pack
  walkthrough: Plan
  step: PlannedStep
  /** Nothing before the first look. */
  seen: PackSight | undefined
}

const plans = new WeakMap<Walkthrough, ReturnType<typeof planOf>>()

/** The plan of a walkthrough, made once; nothing where it could not be gone through. */
export function planIn(pack: Pack, id: string | undefined): Plan | undefined {
  const walkthrough = pack.walkthroughs.find((one) => one.id === id)
  if (walkthrough === undefined) return undefined
  const plan = plans.get(walkthrough) ?? planOf(pack, walkthrough)
  plans.set(walkthrough, plan)
  return typeof plan === 'string' ? undefined : plan
}

/** Undefined where no walkthrough is under way, or the packs in force no longer have it. */
export function dueStep(
  packs: readonly Pack[],
  run: Run | undefined,
  sight: Sight | undefined,
): DueStep | undefined {
  const pack = packs.find(({ id }) => id === run?.pack)
  const walkthrough = pack && planIn(pack, run?.walkthrough)
  const step = walkthrough && run && stepOf(walkthrough, run)
  return pack && walkthrough && step
    ? { pack, walkthrough, step, seen: sight?.of(pack.id) }
    : undefined
}

/** Whether the step is shown by a frame within the page, and not by the page itself. */
export function isOfFrame(pack: Pack, step: Step): boolean {
  return pack.screens.some(({ id, frame }) => frame && id === step.screen)
}
