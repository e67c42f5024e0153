import { leaveOutSteps } from '../vocabulary/leave-out-steps.ts'
import type { Pack, Step, Walkthrough } from '../vocabulary/pack.ts'
import type { Plan } from '../vocabulary/plan.ts'
import { planIn } from './due-step.ts'
import type { Personal } from './personal.ts'

/** The parts of walkthroughs that the person knows, whose steps are left out from then on. */
export function createKnownParts(personal: Personal) {
  const markOf = (pack: Pack, { id }: Pick<Walkthrough, 'id'>, item: string) =>
    ({ pack: pack.id, list: 'known', id, item }) as const
  const isKnown = (pack: Pack, walkthrough: Plan, { section }: Step) =>
    section !== undefined && personal.held(markOf(pack, walkthrough, section)) > 0
  const sectionsOf = (pack: Pack, { id }: Walkthrough) => [
    ...new Set(planIn(pack, id)?.steps.flatMap(({ section }) => section ?? [])),
  ]

  return {
    /** A walkthrough without what is known of it; a step under way, by its id, stays. */
    shorten: (pack: Pack, walkthrough: Plan, underWay?: string): Plan =>
      leaveOutSteps(
        walkthrough,
        (step) => step.id !== underWay && isKnown(pack, walkthrough, step),
      ),
    know(pack: Pack, walkthrough: Plan, section: string): void {
      personal.set({ ...markOf(pack, walkthrough, section), value: 1 })
    },
    /** Shows all steps of a walkthrough again. */
    forget(pack: Pack, walkthrough: Walkthrough): void {
      for (const section of sectionsOf(pack, walkthrough))
        personal.set({ ...markOf(pack, walkthrough, section), value: 0 })
    },
    hasKnown: (pack: Pack, walkthrough: Walkthrough): boolean =>
      sectionsOf(pack, walkthrough).some(
        (one) => personal.held(markOf(pack, walkthrough, one)) > 0,
      ),
  }
}

export type KnownParts = ReturnType<typeof createKnownParts>
