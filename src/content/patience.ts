import { showingOf } from '../walkthroughs/machine.ts'
import type { DueStep } from './due-step.ts'

/** How long a target may stay away on its own screen before its policy applies, in ms. */
export const MISSING_AFTER_MS = 8_000

interface Options {
  /** Runs an act after some ms; the result takes it back. */
  after: (ms: number, act: () => void) => () => void
  giveUp: (step: string) => void
}

/** Waits for a target that is not on its screen. */
export function createPatience({ after, giveUp }: Options) {
  let waiting: { step: string; cancel: () => void } | undefined

  function calm(): void {
    waiting?.cancel()
    waiting = undefined
  }

  return {
    /** Starts, keeps or stops the wait. `at`: the step that is due, where it is for this frame to judge. */
    watch(at: DueStep | undefined): void {
      const showing = at?.seen && showingOf(at.step, at.seen.facts)
      const isMissed = showing?.state === 'waiting' && showing.reason === 'target'
      if (isMissed && waiting?.step === showing.step.id) return
      calm()
      if (!isMissed) return
      const { id } = showing.step
      waiting = { step: id, cancel: after(MISSING_AFTER_MS, () => giveUp(id)) }
    },
    calm,
  }
}
