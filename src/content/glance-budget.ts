/** A glance is followed by this many times its length without one: so much of the main thread they take at most. */
const REST = 300
const WAIT_MIN_MS = 100
/** However dear they are, none is later than this, in ms. */
const WAIT_MAX_MS = 1_000

/** Says when there may be another glance at what is pointed at. Times are ms of one clock. */
export function createGlanceBudget() {
  let restUntil = Number.NEGATIVE_INFINITY
  return {
    /** A glance was taken, or a look, which tells all that a glance does. */
    spend(from: number, until: number): void {
      const rest = Math.min(WAIT_MAX_MS, Math.max(WAIT_MIN_MS, REST * (until - from)))
      restUntil = Math.max(restUntil, from + rest)
    },
    dueAt: (): number => restUntil,
  }
}
