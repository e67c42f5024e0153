import { AUDIENCE_LISTS } from '../vocabulary/audience-lists.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { isStandingFor, type Person } from './audience.ts'

/**
 * A pack with what is for somebody: what roles, department, cohort, language, build and days leave out is
 * gone. Experience is left to the page, where it changes. `underWay`: a walkthrough that stays, so that
 * nobody loses one in the middle.
 */
export function packFor(pack: Pack, person: Omit<Person, 'hasCompleted'>, underWay?: string): Pack {
  const isTargeted = AUDIENCE_LISTS.some((list) => pack[list].some(({ audience }) => audience))
  if (!isTargeted) return pack
  const isKept = <Item extends Pick<Pack['hints'][number], 'audience'>>({ audience }: Item) =>
    isStandingFor(audience, person)
  const walkthroughs = pack.walkthroughs.filter((one) => one.id === underWay || isKept(one))
  const ids = new Set(walkthroughs.map(({ id }) => id))
  return {
    ...pack,
    walkthroughs,
    hints: pack.hints.filter(isKept),
    announcements: pack.announcements.filter(isKept),
    // Nobody is asked to complete what is not for them.
    checklists: pack.checklists.filter(isKept).flatMap((checklist) => {
      const items = checklist.items.filter(
        ({ walkthrough }) => walkthrough === undefined || ids.has(walkthrough),
      )
      return items.length > 0 ? [{ ...checklist, items }] : []
    }),
  }
}
