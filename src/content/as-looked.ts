import type { Step } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import { proceed, showingOf } from '../walkthroughs/machine.ts'
import { isSameRun } from '../walkthroughs/same-run.ts'
import type { DueStep } from './due-step.ts'
import type { Sight } from './lookout.ts'

interface Seen {
  run: Run
  /** What the last look has told. */
  sight: Sight
  /** What a glance tells. */
  next: Sight
  isOurs: (step: Step) => boolean
}

/** Whether a step would stay as it was looked at, and points at the same control on the same screen. */
export function isAsLooked(at: DueStep, { run, sight, next, isOurs }: Seen): boolean {
  const id = at.step.target
  const seen = next.of(at.pack.id)
  if (!at.seen || !seen || id === undefined) return false
  if (seen.screen?.id !== at.seen.screen?.id || next.here?.pack !== sight.here?.pack) return false
  const [before, found] = [at.seen.find(id), seen.find(id)]
  if (before.state !== 'found' || found.state !== 'found') return false
  if (found.element !== before.element) return false
  const progress = proceed(at.walkthrough, run, { type: 'look' }, seen.facts, isOurs)
  if (progress.state !== 'running' || !isSameRun(progress.run, run)) return false
  return showingOf(at.step, seen.facts).state === 'callout'
}
