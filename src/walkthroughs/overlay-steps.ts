import { isCall } from '../vocabulary/call.ts'
import type { Overlay } from '../vocabulary/overlay.ts'
import type { Call, Pack, Step, Walkthrough } from '../vocabulary/pack.ts'
import type { Laid } from './merge-overlay.ts'

const STEPS_MAX = 60

/** Adds steps to a walkthrough that is not locked. */
export function addSteps(
  pack: Pack,
  { walkthrough, after, steps }: Overlay['additions'][number],
): Laid {
  return change(pack, walkthrough, (of) => {
    const at = after === undefined ? 0 : of.steps.findIndex(({ id }) => id === after) + 1
    if (after !== undefined && at === 0) return noStep(walkthrough, after)
    if (of.steps.length + steps.length > STEPS_MAX)
      return `walkthrough '${walkthrough}' would have more than ${STEPS_MAX} steps`
    return of.steps.toSpliced(at, 0, ...steps.map((step): Step => ({ ...step, branch: [] })))
  })
}

/**
 * Lets steps change places among themselves. What holds a walkthrough together stays where it is, and
 * nothing moves past it: locked steps, those where the way forks, those that a branch leads to, and other
 * walkthroughs that are gone through.
 */
export function orderSteps(
  pack: Pack,
  { walkthrough, steps: ids }: Overlay['orders'][number],
): Laid {
  return change(pack, walkthrough, (of) => {
    const goals = new Set(of.steps.flatMap(({ branch }) => branch.map(({ to }) => to)))
    const isLocked = (step: Step | Call) => isCall(step) || step.locked
    const isFixed = (step: Step | Call) =>
      isLocked(step) || step.branch.length > 0 || goals.has(step.id)
    const gone = ids.find((id) => !of.steps.some((step) => step.id === id))
    if (gone !== undefined) return noStep(walkthrough, gone)
    if (new Set(ids).size < ids.length) return `a step of '${walkthrough}' stands twice in an order`
    const places = of.steps.flatMap(({ id }, at) => (ids.includes(id) ? [at] : []))
    const held = of.steps.slice(places[0], (places.at(-1) ?? 0) + 1).find(isFixed)
    if (held !== undefined)
      return isLocked(held)
        ? `step '${held.id}' of '${walkthrough}' is locked in the base, or goes through another: nothing moves past it`
        : `step '${held.id}' of '${walkthrough}' is where the way forks or meets: nothing moves past it`
    const ordered = [...of.steps]
    for (const [at, id] of ids.entries()) {
      const step = of.steps.find((one) => one.id === id)
      if (step) ordered[places[at] ?? 0] = step
    }
    return ordered
  })
}

function noStep(walkthrough: string, step: string): string {
  return `there is no step '${step}' in '${walkthrough}' of the base (any more)`
}

function change(
  pack: Pack,
  id: string,
  stepsOf: (of: Walkthrough) => (Step | Call)[] | string,
): Laid {
  const found = pack.walkthroughs.find((one) => one.id === id)
  if (found === undefined) return `there is no walkthrough '${id}' in the base (any more)`
  if (found.locked) return `walkthrough '${id}' is locked in the base: it stays as it is`
  const steps = stepsOf(found)
  if (typeof steps === 'string') return steps
  const walkthroughs = pack.walkthroughs.map((one) => (one === found ? { ...one, steps } : one))
  return { ...pack, walkthroughs }
}
