import { type LintRule, lintError, lintWarning } from './rule.ts'

/** Days on which something counts as new, or is asked, at most. */
export const NEWS_DAYS_MAX = 366
const DAY_MS = 86_400_000
const KINDS = { announcements: 'announcement', surveys: 'survey' } as const

/** An announcement or a survey has a day to begin, a later one to end, and is not there for good. */
export const announcementDays: LintRule = (pack, now) => {
  const today = now.toISOString().slice(0, 10)
  return (['announcements', 'surveys'] as const).flatMap((list) =>
    pack[list].flatMap(({ id, from, until }, at) => {
      const path = [list, at, 'until'] as const
      const name = `${KINDS[list]} '${id}'`
      if (until < from)
        return [lintError(path, `${name} ends on ${until}, before it begins: mend one`)]
      if (until < today) return [lintWarning(path, `${name} has ended on ${until}: take it out`)]
      const days = (Date.parse(until) - Date.parse(from)) / DAY_MS
      return days > NEWS_DAYS_MAX
        ? [
            lintWarning(
              path,
              `${name} is ${list === 'surveys' ? 'asked' : 'new'} for ${days} days: end it sooner`,
            ),
          ]
        : []
    }),
  )
}
