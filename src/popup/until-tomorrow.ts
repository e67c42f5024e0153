import { PAUSE_MINUTES_MAX } from '../messaging/payload.ts'

/** When a pause until tomorrow ends: before the early shift, so that a night shift has it too. */
export const MORNING_HOUR = 6
const MINUTE_MS = 60_000

/**
 * Minutes from `now` (ms since 1970) until tomorrow morning in local time, but never more than a
 * pause may last: between midnight and six, 'tomorrow morning' is more than a day away.
 */
export function minutesUntilTomorrow(now: number): number {
  const morning = new Date(now)
  morning.setDate(morning.getDate() + 1)
  morning.setHours(MORNING_HOUR, 0, 0, 0)
  return Math.min(Math.ceil((morning.getTime() - now) / MINUTE_MS), PAUSE_MINUTES_MAX)
}
