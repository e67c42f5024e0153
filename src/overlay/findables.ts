import type { AnnouncementView, ChecklistView, GuideView, Offer, ReadingView } from './guide.ts'
import { plainWords } from './plain-words.ts'
import type { Findable } from './search.ts'

/** One thing that the help panel's search can find, with what it draws of it. */
export type FindableView = Findable & { key: string } & (
    | { kind: 'walkthrough'; offer: Offer }
    | { kind: 'article' | 'hint'; reading: ReadingView }
    | { kind: 'news'; news: AnnouncementView }
    | { kind: 'checklist'; checklist: ChecklistView }
  )

const keyOf = (kind: string, { pack, id }: { pack: string; id: string }) => `${kind}/${pack}/${id}`

/** Everything that the panel has, as its search looks at it. */
export function findablesOf(view: GuideView): FindableView[] {
  return [
    ...view.offers.map((offer): FindableView => {
      const { title, summary, keywords, isHere } = offer
      const key = keyOf('walkthrough', offer)
      return { kind: 'walkthrough', key, title, keywords, text: summary, isHere, offer }
    }),
    ...view.readings.map((reading): FindableView => {
      const { kind, title, keywords, isHere, links } = reading
      const text = [plainWords(reading.text), ...links.map((link) => link.title)].join(' ')
      return { kind, key: keyOf(kind, reading), title, keywords, text, isHere, reading }
    }),
    ...view.news.map((news): FindableView => {
      const { title, isHere } = news
      const about = { title, keywords: '', text: plainWords(news.text), isHere }
      return { kind: 'news', key: keyOf('news', news), ...about, news }
    }),
    ...view.checklists.map((checklist): FindableView => {
      const text = checklist.items.map((item) => item.text).join(' ')
      const about = { title: checklist.title, keywords: '', text, isHere: false }
      return { kind: 'checklist', key: keyOf('checklist', checklist), ...about, checklist }
    }),
  ]
}
