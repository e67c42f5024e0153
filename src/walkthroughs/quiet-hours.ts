const MINUTES = 60

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * MINUTES + Number(time.slice(3))
}

/**
 * Whether a minute of the day lies in quiet hours, each as `22:00-06:00`: the first minute is among them,
 * the last is not, and they may go over midnight.
 */
export function isQuiet(hours: readonly string[], minute: number): boolean {
  return hours.some((span) => {
    const [from, to] = [minuteOf(span.slice(0, 5)), minuteOf(span.slice(6))]
    return from <= to ? from <= minute && minute < to : minute >= from || minute < to
  })
}

/** The minute of the day where the person is. */
export function minuteOfDay(at: Date): number {
  return at.getHours() * MINUTES + at.getMinutes()
}
