import type { AnnouncementView } from '../overlay/guide.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { hasExperience } from '../walkthroughs/audience.ts'
import { completedIn } from '../walkthroughs/prompts.ts'
import type { Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import type { Personal } from './personal.ts'

interface Options {
  packs: readonly Pack[]
  words: PackWords
  personal: Personal
  /** The day where the person is, as 2026-11-24. */
  today: () => string
}

/** What's new, for the help panel: safety first. What comes up by itself is of `prompts.ts`. */
export function createAnnouncements({ packs, words, personal, today }: Options) {
  return {
    news(sight: Sight | undefined): AnnouncementView[] {
      const day = today()
      const all = packs.flatMap((pack) => {
        const screen = sight?.of(pack.id)?.screen?.id
        return pack.announcements
          .filter(({ from, until }) => from <= day && day <= until)
          .filter(({ audience }) => hasExperience(audience, completedIn(pack, personal.heldAt)))
          .map((announcement) => {
            const { id, safety, screens } = announcement
            const isHere = screen !== undefined && screens.includes(screen)
            const said = words.announcement(pack, announcement)
            return { pack: pack.id, id, isSafety: safety, isHere, ...said }
          })
      })
      return all.sort((a, b) => Number(b.isSafety) - Number(a.isSafety))
    },
    gotIt(pack: string, id: string): void {
      personal.set({ pack, list: 'announcements', id, value: 1 })
    },
  }
}
