import type { ChecklistView } from '../overlay/guide.ts'
import type { Checklist, Pack } from '../vocabulary/pack.ts'
import { hasExperience } from '../walkthroughs/audience.ts'
import { completedIn } from '../walkthroughs/prompts.ts'
import type { Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import type { Personal } from './personal.ts'

type Item = Checklist['items'][number]

/** What somebody has got to know: items are ticked by a completed walkthrough or a screen that was reached. */
export function createChecklists(packs: readonly Pack[], words: PackWords, personal: Personal) {
  const markOf = (pack: Pack, { id }: Checklist) =>
    ({ pack: pack.id, list: 'checklists', id }) as const

  function tick(pack: Pack, isDone: (item: Item) => boolean): void {
    for (const checklist of pack.checklists)
      for (const item of checklist.items)
        if (isDone(item)) personal.set({ ...markOf(pack, checklist), item: item.id, value: 1 })
  }

  return {
    look(sight: Sight): void {
      for (const pack of packs) {
        const screen = pack.checklists.length > 0 ? sight.of(pack.id)?.screen?.id : undefined
        if (screen !== undefined) tick(pack, (item) => item.screen === screen)
      }
    },
    completed(pack: Pack, walkthrough: string): void {
      tick(pack, (item) => item.walkthrough === walkthrough)
    },
    view: (): ChecklistView[] =>
      packs.flatMap((pack) =>
        pack.checklists
          .filter(({ audience }) => hasExperience(audience, completedIn(pack, personal.heldAt)))
          .map((checklist) => {
            const mark = markOf(pack, checklist)
            const { title, textOfItem } = words.checklist(pack, checklist)
            return {
              pack: pack.id,
              id: checklist.id,
              title,
              isHidden: personal.held(mark) > 0,
              items: checklist.items.map((item) => ({
                id: item.id,
                text: textOfItem(item),
                walkthrough: item.walkthrough,
                isDone: personal.held({ ...mark, item: item.id }) > 0,
              })),
            }
          }),
      ),
    hide(packId: string, id: string, isHidden: boolean): void {
      personal.set({ pack: packId, list: 'checklists', id, value: isHidden ? 1 : 0 })
    },
  }
}
