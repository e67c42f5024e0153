import type { Run } from '../vocabulary/run.ts'

/** Whether two states of a run are one: there is nothing to keep anew. */
export function isSameRun(a: Run, b: Run): boolean {
  return (
    a.step === b.step &&
    a.walkthrough === b.walkthrough &&
    a.pack === b.pack &&
    a.past.length === b.past.length &&
    a.revisiting === b.revisiting &&
    a.hasRecord === b.hasRecord
  )
}
