/** At most one look at the page in this time (ms), however often it changes. */
export const LOOK_INTERVAL_MS = 100
/** A look that has taken long is followed by this many times its length without one. */
const REST = 4
/** What looks may take of the main thread for as long as the page changes, as a share of 1 … */
const SHARE = 0.002
/** … after this much in one go, in ms: an app that has just opened a screen is done by then. */
const CREDIT_MAX_MS = 40
/** Somebody has acted, and what comes of it is to be seen at once: worth a look or three, in ms. */
const CREDIT_OF_ACT_MS = 3
/** However deep in debt looks are, as on a slow or busy computer, an act brings one: no more often than this, in ms. */
const FORGIVE_INTERVAL_MS = 500
/** However dear looks are, none is later than this, in ms. */
const WAIT_MAX_MS = 2_000

/**
 * Says when the page may be looked at again: a page that never comes to rest is looked at less often,
 * so that it keeps its main thread. Times are ms of one clock.
 */
export function createLookBudget() {
  let credit = CREDIT_MAX_MS
  let countedAt = 0
  let lookedAt = Number.NEGATIVE_INFINITY
  let restUntil = Number.NEGATIVE_INFINITY
  let forgivenAt = Number.NEGATIVE_INFINITY

  function count(now: number): void {
    credit = Math.min(CREDIT_MAX_MS, credit + Math.max(0, now - countedAt) * SHARE)
    countedAt = now
  }

  return {
    /** A look was taken. */
    spend(from: number, until: number): void {
      count(until)
      credit -= until - from
      lookedAt = until
      restUntil = Math.max(from + LOOK_INTERVAL_MS, until + REST * (until - from))
    },
    /** Somebody has acted, or the address has changed. */
    acted(now: number): void {
      count(now)
      if (credit >= CREDIT_OF_ACT_MS) return
      // What was spent stays spent: somebody who types does so several times a second.
      credit = Math.min(CREDIT_OF_ACT_MS, credit + CREDIT_OF_ACT_MS)
      if (credit >= 0 || now - forgivenAt < FORGIVE_INTERVAL_MS) return
      credit = 0
      forgivenAt = now
    },
    /** Looks have taken all that they may for now: the page never rests. */
    isShort(now: number): boolean {
      count(now)
      return credit < 0
    },
    /** When the next look is due; `isUrgent` where what is pointed at may have changed. */
    dueAt(now: number, isUrgent: boolean): number {
      count(now)
      if (credit >= 0 || isUrgent) return restUntil
      return Math.max(restUntil, Math.min(now - credit / SHARE, lookedAt + WAIT_MAX_MS))
    },
  }
}
