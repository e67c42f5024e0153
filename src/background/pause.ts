import { PAUSE_MINUTES_MAX } from '../messaging/payload.ts'
import { type Alarms, PAUSE_ALARM } from './alarms.ts'
import type { Area } from './area.ts'

const KEY = 'paused-until'
const MINUTE_MS = 60_000

/** A pause on every site, which outlives the worker and the browser. */
export function createPause(local: Area, alarms: Alarms, now: () => number) {
  return {
    /** When the pause ends, in ms since 1970; `undefined` where there is none. */
    async until(): Promise<number | undefined> {
      const until = (await local.get(KEY))[KEY]
      if (typeof until !== 'number') return undefined
      // None is longer: one that seems so was set by a clock that has been set back.
      const left = until - now()
      return left > 0 && left <= PAUSE_MINUTES_MAX * MINUTE_MS ? until : undefined
    },
    /** Begins a pause of some minutes, or ends it with 0. */
    async set(minutes: number): Promise<void> {
      if (minutes === 0) {
        await local.remove(KEY)
        await alarms.clear(PAUSE_ALARM)
        return
      }
      const until = now() + minutes * MINUTE_MS
      await local.set({ [KEY]: until })
      alarms.create(PAUSE_ALARM, { when: until })
    },
  }
}

export type Pause = ReturnType<typeof createPause>
