import { UNKNOWN_GRACE_MS } from '../friction/u-turn.ts'

interface Seen {
  id: string
  /** A form or dialog that opens over a screen. */
  dialog: boolean
}

/**
 * Tells a new visit from one that was counted already, once a look; `now` in ms. A screen that comes
 * back from under a dialog, or that no rule knew for a moment, was not visited again. It outlives a
 * restart of Handrail on the page: a change of settings takes nobody to another screen. What nobody
 * counted is still to be counted.
 */
export function createVisits() {
  let top: string | undefined
  /** The screen under the dialogs. */
  let under: string | undefined
  let unknownSince: number | undefined

  return (screen: Seen | undefined, isCounting: boolean, now: number): boolean => {
    if (screen === undefined || !isCounting) {
      unknownSince ??= now
      if (!isCounting) top = under = undefined
      return false
    }
    if (unknownSince !== undefined && now - unknownSince > UNKNOWN_GRACE_MS) top = under = undefined
    unknownSince = undefined
    const isNew = screen.id !== top && (screen.dialog || screen.id !== under)
    top = screen.id
    if (!screen.dialog) under = screen.id
    return isNew
  }
}
