/** Browsers wake no extension more often than every half minute. */
export const ALARM_MINUTES_MIN = 0.5
const MINUTE_MS = 60_000
/** A new channel version, or a pack taken back, is noticed within this time at the latest. */
export const POLL_MINUTES_MAX = 5

export const FLUSH_ALARM = 'flush'
export const POLL_ALARM = 'poll-channel'
export const PAUSE_ALARM = 'pause-end'

/** How often the channel is looked at, in minutes: with each flush, but at least every five minutes. */
export function pollMinutes(flushMinutes: number): number {
  return Math.min(POLL_MINUTES_MAX, Math.max(ALARM_MINUTES_MIN, flushMinutes))
}

/** The part of `browser.alarms` that is used. */
export interface Alarms {
  get: (
    name: string,
  ) => Promise<{ periodInMinutes?: number | undefined; scheduledTime: number } | undefined>
  create: (
    name: string,
    info: { delayInMinutes?: number; periodInMinutes?: number; when?: number },
  ) => unknown
  clear: (name: string) => Promise<boolean>
}

/**
 * Sets an alarm going that is missing or has another period. One that runs is left alone: creating
 * it again would start its time anew at every wake, unless the clock was set back and it would come
 * much too late. The first call is at a random moment of the
 * period, so that a ward's browsers don't all send at the start of a shift. `now` in ms since 1970.
 */
export async function ensureAlarm(
  alarms: Alarms,
  name: string,
  periodInMinutes: number,
  random: () => number,
  now: number,
): Promise<void> {
  const running = await alarms.get(name)
  const isInTime = (at: number) => at - now <= periodInMinutes * MINUTE_MS
  if (running?.periodInMinutes === periodInMinutes && isInTime(running.scheduledTime)) return
  const delayInMinutes = Math.max(ALARM_MINUTES_MIN, random() * periodInMinutes)
  alarms.create(name, { delayInMinutes, periodInMinutes })
}
