import type { Call, Step } from './pack.ts'

/** Whether a step of a walkthrough goes through another one. */
export function isCall(step: Step | Call): step is Call {
  return 'walkthrough' in step
}
