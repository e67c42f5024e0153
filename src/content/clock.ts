import type { Clock } from './sensing/sensor.ts'

/** The frame's own clock: ms of `performance.now()`, timers that end with the signal. */
export function createPageClock(page: Window, signal: AbortSignal): Clock {
  return {
    now: () => page.performance.now(),
    after(ms, act) {
      const timer = page.setTimeout(() => signal.aborted || act(), ms)
      return () => page.clearTimeout(timer)
    },
  }
}
