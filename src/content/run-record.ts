import type { Run } from '../vocabulary/run.ts'
import { isBeforeRecord, judgeRecord, type RecordVerdict } from '../walkthroughs/record-guard.ts'
import type { DueStep } from './due-step.ts'
import { createRecordWatch, type HeldRecord } from './record-watch.ts'

interface Options {
  held: HeldRecord
  after: (ms: number, act: () => void) => () => void
  onSettled: () => void
  /** The run has come to a record of its own, or left it. */
  change: (run: Run) => void
}

/** The record that a run is in: what it takes for its own, and why it may not go on in the one that is open. */
export function createRunRecord({ held, after, onSettled, change }: Options) {
  const watch = createRecordWatch({ held, after, onSettled })
  let pause: RecordVerdict['pause']

  function bind(run: Run): void {
    watch.bind()
    change({ ...run, hasRecord: true })
  }

  /** The walkthrough is on its way to another record: the one that is open is not its own. */
  function leave({ hasRecord, ...run }: Run): void {
    watch.forget()
    if (hasRecord !== undefined) change(run)
  }

  return {
    judge(run: Run | undefined, at: DueStep | undefined): void {
      pause = undefined
      if (run === undefined || at?.seen === undefined) return
      if (isBeforeRecord(at.walkthrough.steps, at.step.id)) {
        leave(run)
        return
      }
      const verdict = judgeRecord(run, watch.read(at.seen))
      pause = verdict.pause
      if (verdict.bind && watch.isSettled()) bind(run)
    },
    /** Why the walkthrough may not go on in the record that is open. */
    pause: () => pause,
    /** The person goes on in the record that is open; whether they can. */
    goOn(run: Run): boolean {
      if (pause === undefined || pause === 'gone') return false
      bind(run)
      pause = undefined
      return true
    },
    /** The part of the page that was read, as of the last look. */
    part: watch.part,
    /** The walkthrough is over, or another one. */
    forget(): void {
      pause = undefined
      watch.forget()
    },
  }
}
