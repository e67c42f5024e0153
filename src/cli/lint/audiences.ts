import type { Audience } from '../../vocabulary/audience.ts'
import { AUDIENCE_LISTS } from '../../vocabulary/audience-lists.ts'
import type { Pack } from '../../vocabulary/pack.ts'
import { type LintRule, lintError } from './rule.ts'

/** An audience that nobody can be in: what is for it would show to nobody, ever. */
export const audiences: LintRule = (pack) =>
  AUDIENCE_LISTS.flatMap((list) =>
    pack[list].flatMap(({ id, audience }, at) => {
      const reason = audience && whyNobody(pack, audience, list === 'walkthroughs' ? id : undefined)
      return reason === undefined
        ? []
        : [lintError([list, at, 'audience'], `nobody can be in this audience: ${reason}`)]
    }),
  )

function whyNobody(pack: Pack, audience: Audience, own: string | undefined): string | undefined {
  const { completed, notCompleted } = audience
  const both = completed.find((id) => notCompleted.includes(id))
  if (both !== undefined) return `'${both}' would be completed and not completed: take one out`
  const first = completed.find((id) => id === own || (own !== undefined && needs(pack, id, own)))
  if (first !== undefined)
    return first === own
      ? `'${own}' asks to be completed before it shows: take it out`
      : `'${first}' asks for '${own}' to be completed first, which asks for '${first}': take one out`
  const never = completed.find((id) => needs(pack, id, id))
  return never === undefined ? undefined : `'${never}' can itself never be completed`
}

/** Whether a walkthrough shows only to who has completed another, over any number of others. */
function needs(pack: Pack, from: string, wanted: string, seen = new Set<string>()): boolean {
  if (seen.has(from)) return false
  seen.add(from)
  const before = pack.walkthroughs.find(({ id }) => id === from)?.audience?.completed ?? []
  return before.includes(wanted) || before.some((id) => needs(pack, id, wanted, seen))
}
