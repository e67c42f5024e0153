import type { Offer } from '../overlay/guide.ts'
import type { Announcement, Checklist, Hint, Pack, Walkthrough } from '../vocabulary/pack.ts'
import type { PlannedStep } from '../vocabulary/plan.ts'
import { textOf } from '../vocabulary/texts.ts'
import type { Sight } from './lookout.ts'

/** What packs say of their walkthroughs and screens, in the person's language where they have it. */
export function createPackWords(packs: readonly Pack[], locale: string) {
  function titleOf(pack: Pack, { id, title }: Pick<Walkthrough, 'id' | 'title'>): string {
    return textOf(pack, locale, `walkthroughs.${id}.title`, title)
  }

  function summaryOf(pack: Pack, { id, summary }: Walkthrough): string {
    return textOf(pack, locale, `walkthroughs.${id}.summary`, summary)
  }

  return {
    titleOf,
    summaryOf,
    textOfStep: (pack: Pack, { of: { walkthrough, step }, text }: PlannedStep): string =>
      textOf(pack, locale, `walkthroughs.${walkthrough}.steps.${step}.text`, text),
    screenTitle(pack: Pack, id: string | undefined): string | undefined {
      const screen = pack.screens.find((candidate) => candidate.id === id)
      return screen && textOf(pack, locale, `screens.${screen.id}.title`, screen.title)
    },
    hint(pack: Pack, { id, title, text, target }: Hint) {
      const label = pack.targets.find((one) => one.id === target)?.label ?? ''
      return {
        title: title && textOf(pack, locale, `hints.${id}.title`, title),
        text: textOf(pack, locale, `hints.${id}.text`, text),
        label: textOf(pack, locale, `targets.${target}.label`, label),
      }
    },
    checklist: (pack: Pack, { id, title }: Checklist) => ({
      title: textOf(pack, locale, `checklists.${id}.title`, title),
      textOfItem: (item: Checklist['items'][number]) =>
        textOf(pack, locale, `checklists.${id}.items.${item.id}.text`, item.text),
    }),
    announcement: (pack: Pack, { id, title, text }: Announcement) => ({
      title: textOf(pack, locale, `announcements.${id}.title`, title),
      text: textOf(pack, locale, `announcements.${id}.text`, text),
    }),
    /** All walkthroughs, and which of them begin on the screen that is shown. */
    offers: (sight: Sight | undefined): Offer[] =>
      packs.flatMap((pack) => {
        const screen = sight?.of(pack.id)?.screen
        return pack.walkthroughs.map((walkthrough) => ({
          pack: pack.id,
          id: walkthrough.id,
          title: titleOf(pack, walkthrough),
          summary: summaryOf(pack, walkthrough),
          keywords: walkthrough.keywords.join(' '),
          isHere: screen !== undefined && walkthrough.screens.includes(screen.id),
          isPinned: false,
          isRequired: walkthrough.locked,
        }))
      }),
  }
}

export type PackWords = ReturnType<typeof createPackWords>
