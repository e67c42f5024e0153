import type { ReadingView } from '../overlay/guide.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'

/** All that can be read in the help panel; worked out anew only when the screen is another one. */
export function createReadings(packs: readonly Pack[], words: PackWords) {
  const screensOf = (sight: Sight | undefined) =>
    packs.map(({ id }) => sight?.of(id)?.screen?.id ?? '')
  let known: { screens: string; readings: ReadingView[] } | undefined

  function ofPack(pack: Pack, screen: string): ReadingView[] {
    const articles = pack.articles.map((article): ReadingView => {
      const { id, screens } = article
      const said = words.article(pack, article)
      return { kind: 'article', pack: pack.id, id, isHere: screens.includes(screen), ...said }
    })
    const hints = pack.hints.map((hint): ReadingView => {
      const { title, text, label } = words.hint(pack, hint)
      const about = { pack: pack.id, id: hint.id, isHere: hint.screen === screen }
      return {
        kind: 'hint',
        ...about,
        title: title ?? label,
        text,
        keywords: label,
        links: [],
        picture: undefined,
      }
    })
    return [...articles, ...hints]
  }

  return {
    view(sight: Sight | undefined): ReadingView[] {
      const ids = screensOf(sight)
      const screens = ids.join(' ')
      if (known?.screens !== screens)
        known = {
          screens,
          readings: packs.flatMap((pack, at) => ofPack(pack, ids[at] ?? '')),
        }
      return known.readings
    },
  }
}
