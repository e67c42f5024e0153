import { leaveOutSteps } from '../vocabulary/leave-out-steps.ts'
import type { Pack, Step, Walkthrough } from '../vocabulary/pack.ts'
import type { Personal } from './personal.ts'

/** The parts of walkthroughs that the person knows, whose steps are left out from then on. */
export function createKnownParts(personal: Personal) {
  const markOf = (pack: Pack, { id }: Walkthrough, item: string) =>
    ({ pack: pack.id, list: 'known', id, item }) as const
  const isKnown = (pack: Pack, walkthrough: Walkthrough, { section }: Step) =>
    section !== undefined && personal.held(markOf(pack, walkthrough, section)) > 0
  const sectionsOf = (walkthrough: Walkthrough) => [
    ...new Set(walkthrough.steps.flatMap(({ section }) => section ?? [])),
  ]

  return {
    /** A walkthrough without what is known of it; a step under way, by its id, stays. */
    shorten: (pack: Pack, walkthrough: Walkthrough, underWay?: string): Walkthrough =>
      leaveOutSteps(
        walkthrough,
        (step) => step.id !== underWay && isKnown(pack, walkthrough, step),
      ),
    know(pack: Pack, walkthrough: Walkthrough, section: string): void {
      personal.set({ ...markOf(pack, walkthrough, section), value: 1 })
    },
    /** Shows all steps of a walkthrough again. */
    forget(pack: Pack, walkthrough: Walkthrough): void {
      for (const section of sectionsOf(walkthrough))
        personal.set({ ...markOf(pack, walkthrough, section), value: 0 })
    },
    hasKnown: (pack: Pack, walkthrough: Walkthrough): boolean =>
      sectionsOf(walkthrough).some((one) => personal.held(markOf(pack, walkthrough, one)) > 0),
  }
}

export type KnownParts = ReturnType<typeof createKnownParts>
