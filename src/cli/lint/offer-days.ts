import { type LintRule, lintError, lintWarning } from './rule.ts'

/** What offers itself does so on days that come, and a first week's list within the newcomer's days. */
export const offerDays: LintRule = (pack, now) => {
  const today = now.toISOString().slice(0, 10)
  return (['walkthroughs', 'checklists'] as const).flatMap((list) =>
    pack[list].flatMap(({ id, offer, audience }, at) => {
      if (offer === undefined) return []
      const path = [list, at, 'offer'] as const
      const { from = '', until, times, daysApart } = offer
      if (until !== undefined && until < from)
        return [
          lintError(path, `'${id}' stops being offered on ${until}, before it begins: mend one`),
        ]
      if (until !== undefined && until < today)
        return [lintWarning(path, `'${id}' was offered until ${until}: take the offer out`)]
      const newcomer = audience?.newcomer
      const last = (times - 1) * daysApart
      return newcomer !== undefined && last >= newcomer
        ? [
            lintWarning(
              path,
              `'${id}' is for ${newcomer} days, and would be offered last on day ${last + 1}: bring 'daysApart' or 'times' down`,
            ),
          ]
        : []
    }),
  )
}
