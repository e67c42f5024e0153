import type { Pack, Screen } from '../../vocabulary/pack.ts'
import { urlRuleParts } from '../../vocabulary/url-rule-parts.ts'
import { type LintRule, lintError, lintWarning } from './rule.ts'

/** A screen is a rule with examples beside it: they must fit it, and no rival of its priority. */
export const screenExamples: LintRule = (pack) =>
  pack.screens.flatMap((screen, at) => {
    const path = ['screens', at] as const
    if (screen.when.url.length > 0 && screen.examples.length === 0)
      return [
        lintWarning(path, `screen '${screen.id}' has no examples: add a path at which it shows`),
      ]
    return screen.examples.flatMap((example, exampleAt) => {
      const place = [...path, 'examples', exampleAt]
      if (!fits(screen, example))
        return [
          lintError(place, `'${example}' fits no URL rule of '${screen.id}': mend one of the two`),
        ]
      return rivals(pack, screen, example).map(({ id, priority }) =>
        lintError(
          place,
          `'${example}' fits '${id}' as well, which has the same priority (${priority}), so neither is known there: raise the priority of one, or give it evidence`,
        ),
      )
    })
  })

/** Other screens, of a page or of frames alike, that the URL alone makes hold. Evidence could tell the others apart. */
function rivals(pack: Pack, screen: Screen, example: string): Screen[] {
  return pack.screens.filter(
    (other) =>
      other.id !== screen.id &&
      other.frame === screen.frame &&
      other.priority === screen.priority &&
      other.when.present.length === 0 &&
      other.when.absent.length === 0 &&
      fits(other, example),
  )
}

function fits({ when }: Screen, example: string): boolean {
  const url = new URL(example, 'https://example.org')
  return (
    when.url.length === 0 ||
    when.url.some((rule) => new URLPattern(urlRuleParts(rule)).test(url.href))
  )
}
