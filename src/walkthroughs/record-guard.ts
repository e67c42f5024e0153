import type { PlannedStep } from '../vocabulary/plan.ts'
import type { Run } from '../vocabulary/run.ts'

/**
 * What the page says of whose record is open, compared with the one that the walkthrough is in. `gone`:
 * this screen says it, and does not now. `unknown`: it says so, and nothing here remembers the other.
 */
export type RecordStanding = 'unsaid' | 'gone' | 'unknown' | 'same' | 'other'

/** Whether a run may go on, or why it may not. `bind`: the record that is open becomes its own. */
export interface RecordVerdict {
  pause: 'other' | 'unsure' | 'gone' | undefined
  bind: boolean
}

/**
 * Two records by what their banners say, a line each piece. One that says less of the same is being drawn;
 * one that says more is the same.
 */
export function compareRecords(held: string, open: string): 'same' | 'gone' | 'other' {
  if (held === open) return 'same'
  const [before, now] = [held.split('\n'), open.split('\n')]
  if (before.every((line) => now.includes(line))) return 'same'
  return now.every((line) => before.includes(line)) ? 'gone' : 'other'
}

const levelOf = (path: string) => path.slice(0, path.lastIndexOf('.') + 1)

/** Whether a step, by its path, stands before the one that makes or opens the walkthrough's record. */
export function isBeforeRecord(
  steps: readonly Pick<PlannedStep, 'id' | 'newRecord'>[],
  path: string,
): boolean {
  const after = steps.slice(steps.findIndex(({ id }) => id === path) + 1)
  return after.some(({ id, newRecord }) => newRecord && levelOf(id) === levelOf(path))
}

/** A run takes the first record that it comes to, and goes on in no other until the person says so. */
export function judgeRecord(run: Run, standing: RecordStanding): RecordVerdict {
  const isInRecord = run.hasRecord === true
  switch (standing) {
    case 'other':
      return { pause: 'other', bind: false }
    case 'unknown':
      return isInRecord ? { pause: 'unsure', bind: false } : { pause: undefined, bind: true }
    case 'gone':
      return { pause: isInRecord ? 'gone' : undefined, bind: false }
    case 'same':
      return { pause: undefined, bind: !isInRecord }
    case 'unsaid':
      return { pause: undefined, bind: false }
  }
}
