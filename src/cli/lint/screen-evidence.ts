import { type LintRule, lintError } from './rule.ts'

/** A screen with neither a URL rule nor something present would hold on every page. */
export const screenEvidence: LintRule = (pack) =>
  pack.screens.flatMap(({ id, when }, at) =>
    when.url.length === 0 && when.present.length === 0
      ? [
          lintError(
            ['screens', at, 'when'],
            `screen '${id}' would hold on every page: give it a url, or something present`,
          ),
        ]
      : [],
  )
