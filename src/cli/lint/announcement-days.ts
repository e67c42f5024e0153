import { type LintRule, lintError, lintWarning } from './rule.ts'

/** Days on which something counts as new, at most. */
export const NEWS_DAYS_MAX = 366
const DAY_MS = 86_400_000

/** An announcement has a day to begin, a later one to end, and is not there for good. */
export const announcementDays: LintRule = (pack, now) => {
  const today = now.toISOString().slice(0, 10)
  return pack.announcements.flatMap(({ id, from, until }, at) => {
    const path = ['announcements', at, 'until'] as const
    if (until < from)
      return [lintError(path, `announcement '${id}' ends on ${until}, before it begins: mend one`)]
    if (until < today)
      return [lintWarning(path, `announcement '${id}' has ended on ${until}: take it out`)]
    const days = (Date.parse(until) - Date.parse(from)) / DAY_MS
    return days > NEWS_DAYS_MAX
      ? [lintWarning(path, `announcement '${id}' is new for ${days} days: end it sooner`)]
      : []
  })
}
