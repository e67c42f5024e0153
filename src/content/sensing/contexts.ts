import { createSameRecord } from '../same-record.ts'
import type { Seen } from './seen.ts'
import type { Sensor } from './sensor.ts'

/** A banner that has said the same for so long is drawn, in ms. */
export const BANNER_SETTLES_MS = 1000
/** Looks at a banner that is being drawn, at most. */
const LOOKS_MAX = 5

/**
 * Reports when a patient's record or the inbox shows, and whether it is another record than before:
 * one comparison in this page's memory, of which only its result is told.
 */
export function senseContexts({ clock, guard, report, view }: Sensor) {
  const record = createSameRecord(view.crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
  let shown: string | undefined
  let latest: Seen | undefined
  let stopWaiting: (() => void) | undefined

  function readLater(looksLeft: number) {
    stopWaiting?.()
    stopWaiting = clock.after(
      BANNER_SETTLES_MS,
      guard(() => {
        stopWaiting = undefined
        const standing = latest && record.read(latest)
        if (standing === 'unsettled' && looksLeft > 0) return readLater(looksLeft - 1)
        const isOther = standing === 'other'
        report({ type: 'context', at: clock.now(), group: 'chart', isOther })
      }),
    )
  }

  return {
    look(seen: Seen) {
      const { charts, inbox } = seen.pack.signals
      const { screen } = seen
      latest = seen
      if (screen === undefined || charts.length + inbox.length === 0) return
      // Of the address only whether it is another one; it is told to nobody.
      const here = `${screen} ${view.location.href}`
      if (here === shown) return
      shown = here
      stopWaiting?.()
      if (inbox.includes(screen))
        report({ type: 'context', at: clock.now(), group: 'inbox', isOther: false })
      else if (charts.includes(screen)) readLater(LOOKS_MAX)
    },
  }
}
