const DAY_MS = 86_400_000

/** `2026-11-24` of a UTC day since 1970. */
export function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}
