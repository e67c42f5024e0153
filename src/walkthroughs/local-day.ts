/** A moment's day where the person is, as 2026-11-24. */
export function localDay(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

const DAY_MS = 86_400_000

/** A day as a number that grows by one from day to day: days since 1970. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / DAY_MS)
