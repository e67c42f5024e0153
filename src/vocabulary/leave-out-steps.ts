import type { Step, Walkthrough } from './pack.ts'
import { idleCycle } from './pack-cycles.ts'

/**
 * A walkthrough without some of its steps; a locked one stays whole. Locked steps stay, and so do those
 * where the way forks, and one that a branch leads to with nothing after it. A branch to a step that is
 * gone leads to the next one there is, so that none ever leads past a locked step. Where nothing would
 * be left, or the rest could go round with nobody doing anything, all of it stays.
 */
export function leaveOutSteps(
  walkthrough: Walkthrough,
  isOut: (step: Step) => boolean,
): Walkthrough {
  const { steps } = walkthrough
  if (walkthrough.locked) return walkthrough
  const goals = new Set(steps.flatMap(({ branch }) => branch.map(({ to }) => to)))
  const mayGo = (step: Step) => isOut(step) && !step.locked && step.branch.length === 0
  const lastKept = steps.findLastIndex((step) => !mayGo(step))
  const isKept = (step: Step, at: number) => !mayGo(step) || (at > lastKept && goals.has(step.id))
  const kept = steps.filter(isKept)
  if (kept.length === steps.length || kept.length === 0) return walkthrough
  const next = (id: string): string =>
    steps.slice(steps.findIndex((step) => step.id === id)).find((step) => kept.includes(step))
      ?.id ?? id
  const relinked = kept.map((step) => ({
    ...step,
    branch: step.branch.map((way) => ({ ...way, to: next(way.to) })),
  }))
  const shorter = { ...walkthrough, steps: relinked }
  return idleCycle(shorter) === undefined ? shorter : walkthrough
}
