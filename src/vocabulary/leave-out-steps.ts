import type { Step } from './pack.ts'
import { idleCycle } from './pack-cycles.ts'

/**
 * A walkthrough without some of its steps; a locked one stays whole. Locked steps stay, and so do those
 * where the way forks, and one that a branch leads to with nothing after it. A branch to a step that is
 * gone leads to the next one there is, so that none ever leads past a locked step. Where nothing would
 * be left, or the rest could go round with nobody doing anything, all of it stays.
 */
export function leaveOutSteps<Kind extends Step, Whole extends { locked: boolean; steps: Kind[] }>(
  walkthrough: Whole & { steps: Kind[] },
  isOut: (step: Kind) => boolean,
): Whole {
  const { steps } = walkthrough
  if (walkthrough.locked) return walkthrough
  const goals = new Set(steps.flatMap(({ branch }) => branch.map(({ to }) => to)))
  const mayGo = (step: Kind) => isOut(step) && !step.locked && step.branch.length === 0
  const lastKept = steps.findLastIndex((step) => !mayGo(step))
  const isKept = (step: Kind, at: number) => !mayGo(step) || (at > lastKept && goals.has(step.id))
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
