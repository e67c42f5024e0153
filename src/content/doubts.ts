/**
 * What may be another by now than the page was when it was looked at last: what a step points at, what hints point
 * at or whose record is open, and whether an alert of the app's is up. Nothing is pointed at in doubt.
 */
export function createDoubts() {
  let isTarget = false
  let isRest = false
  let isAlerted = false

  return {
    /** A look tells all. */
    looked(): void {
      isTarget = false
      isRest = false
      isAlerted = false
    },
    /** A glance tells of what the step points at, and of nothing else. */
    glanced(): void {
      isTarget = false
    },
    doubtTarget(): void {
      isTarget = true
    },
    doubtRest(): void {
      isRest = true
    },
    /** An alert has come up: until the next look nothing is shown. */
    alerted(): void {
      isAlerted = true
    },
    isAny: () => isTarget || isRest,
    isRest: () => isRest,
    isAlerted: () => isAlerted,
  }
}

export type Doubts = ReturnType<typeof createDoubts>
