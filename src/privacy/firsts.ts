/** When a subject was last counted here, in days and weeks since 1970 (UTC, weeks from Monday). */
export interface LastSeen {
  day: number
  week: number
}

/** Memory of a subject is dropped after this many days: longer than any week. */
export const FIRSTS_KEPT_DAYS = 8

const HOURS_PER_DAY = 24
/** 1970-01-01 was a Thursday: three days after a Monday. */
const THURSDAY = 3

/** The day and week that an epoch hour falls in. */
export function dayAndWeek(hour: number): LastSeen {
  const day = Math.floor(hour / HOURS_PER_DAY)
  return { day, week: Math.floor((day + THURSDAY) / 7) }
}

/**
 * The local bits by which a collector counts browsers without an identifier. Compared for
 * difference, not for order, so that a clock that was years ahead does no lasting harm.
 */
export function firstBits(seen: LastSeen | undefined, hour: number) {
  const { day, week } = dayAndWeek(hour)
  return { firstToday: seen?.day !== day, firstThisWeek: seen?.week !== week }
}
