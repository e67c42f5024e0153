import { type LintRule, lintWarning } from './rule.ts'

/** Guidance that nobody has looked at for long misleads: its owner said when to look again. */
export const reviewDue: LintRule = (pack, now) => {
  const today = now.toISOString().slice(0, 10)
  return pack.walkthroughs.flatMap(({ id, owner, reviewBy }, at) =>
    reviewBy < today
      ? [
          lintWarning(
            ['walkthroughs', at, 'reviewBy'],
            `walkthrough '${id}' was to be reviewed by ${owner} until ${reviewBy}: try it on the app, then set a new date`,
          ),
        ]
      : [],
  )
}
