import type { AnnouncementView } from '../overlay/guide.ts'
import type { Announcement, Pack } from '../vocabulary/pack.ts'
import type { Interruption, VisitBudget } from '../walkthroughs/interruptions.ts'
import type { Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import type { Personal } from './personal.ts'

interface Options {
  packs: readonly Pack[]
  words: PackWords
  personal: Personal
  /** Of this visit of the page; it outlives a restart of Handrail on it. */
  visit: VisitBudget
  /** The day where the person is, as 2026-11-24. */
  today: () => string
  /** An answer has come: what there is to show may have changed. */
  onAnswer: () => void
}

interface Due extends Interruption {
  pack: string
  announcement: Announcement
  view: AnnouncementView
}

/** What's new: all of it for the help panel, and at most one as a card, where the budget has room. */
export function createAnnouncements({ packs, words, personal, visit, today, onAnswer }: Options) {
  const markOf = (pack: string, id: string) => ({ pack, list: 'announcements', id }) as const

  function inForce(sight: Sight | undefined): Due[] {
    const day = today()
    const all = packs.flatMap((pack) =>
      pack.announcements
        .filter(({ from, until }) => from <= day && day <= until)
        .map((announcement): Due => {
          const { id, safety, screens } = announcement
          const screen = sight?.of(pack.id)?.screen?.id
          const view = {
            pack: pack.id,
            id,
            isSafety: safety,
            isHere: screen !== undefined && screens.includes(screen),
            ...words.announcement(pack, announcement),
          }
          return { pack: pack.id, list: 'announcements', id, isSafety: safety, announcement, view }
        }),
    )
    return all.sort((a, b) => Number(b.isSafety) - Number(a.isSafety))
  }
  function fits({ pack, announcement: { screens } }: Due, sight: Sight | undefined): boolean {
    const screen = sight?.of(pack)?.screen?.id
    return screen !== undefined && (screens.length === 0 || screens.includes(screen))
  }

  return {
    /**
     * `isBusy`: nothing may come up. `isTyping`: nothing may begin to; what is up stays, since it takes
     * neither focus nor room in the form.
     */
    view(sight: Sight | undefined, isBusy: boolean, isTyping: boolean) {
      const all = inForce(sight)
      const due = all.filter(
        (one) => personal.held(markOf(one.pack, one.id)) === 0 && fits(one, sight),
      )
      const shown = due.find(visit.isGranted)
      const next = due.find(visit.mayAsk)
      const isBefore =
        next !== undefined && (shown === undefined || (next.isSafety && !shown.isSafety))
      if (isBefore && !isBusy && !isTyping) void visit.ask(next).then(onAnswer)
      return { news: all.map(({ view }) => view), announcement: isBusy ? undefined : shown?.view }
    },
    gotIt(pack: string, id: string): void {
      personal.set({ ...markOf(pack, id), value: 1 })
    },
  }
}
