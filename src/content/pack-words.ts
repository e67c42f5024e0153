import type { Offer, PictureView } from '../overlay/guide.ts'
import type { Article } from '../vocabulary/article.ts'
import { isOnHosts, withLinksTo } from '../vocabulary/link-hosts.ts'
import type { Announcement, Checklist, Hint, Pack, Walkthrough } from '../vocabulary/pack.ts'
import type { PlannedStep } from '../vocabulary/plan.ts'
import type { Survey } from '../vocabulary/survey.ts'
import { answersOf } from '../vocabulary/survey-answers.ts'
import { textOf } from '../vocabulary/texts.ts'
import type { Sight } from './lookout.ts'

/** What packs say of their walkthroughs and screens, in the person's language where they have it. */
export function createPackWords(packs: readonly Pack[], locale: string) {
  /** A markdown text, in which nothing leads anywhere but to the pack's own hosts. */
  const markdownOf = (pack: Pack, key: string, own: string) =>
    withLinksTo(pack.links, textOf(pack, locale, key, own))

  function titleOf(pack: Pack, { id, title }: Pick<Walkthrough, 'id' | 'title'>): string {
    return textOf(pack, locale, `walkthroughs.${id}.title`, title)
  }

  const keywordsOf = (pack: Pack, key: string, keywords: readonly string[]) =>
    textOf(pack, locale, `${key}.keywords`, keywords.join(' '))

  function picture(pack: Pack, id: string | undefined): PictureView | undefined {
    const found = id === undefined ? undefined : pack.pictures.find((one) => one.id === id)
    return (
      found && {
        pack: pack.id,
        id: found.id,
        alt: textOf(pack, locale, `pictures.${id}.alt`, found.alt),
      }
    )
  }

  function summaryOf(pack: Pack, { id, summary }: Walkthrough): string {
    return textOf(pack, locale, `walkthroughs.${id}.summary`, summary)
  }

  return {
    titleOf,
    picture,
    summaryOf,
    textOfStep: (pack: Pack, { of: { walkthrough, step }, text }: PlannedStep): string =>
      markdownOf(pack, `walkthroughs.${walkthrough}.steps.${step}.text`, text),
    screenTitle(pack: Pack, id: string | undefined): string | undefined {
      const screen = pack.screens.find((candidate) => candidate.id === id)
      return screen && textOf(pack, locale, `screens.${screen.id}.title`, screen.title)
    },
    hint(pack: Pack, { id, title, text, target }: Hint) {
      const label = pack.targets.find((one) => one.id === target)?.label ?? ''
      return {
        title: title && textOf(pack, locale, `hints.${id}.title`, title),
        text: markdownOf(pack, `hints.${id}.text`, text),
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
      text: markdownOf(pack, `announcements.${id}.text`, text),
    }),
    survey: (pack: Pack, { id, question, answers, scale }: Survey) => ({
      question: textOf(pack, locale, `surveys.${id}.question`, question),
      answers: answersOf({ answers }).map((answer, at) =>
        textOf(pack, locale, `surveys.${id}.answers.${at + 1}`, answer),
      ),
      scale: scale && {
        low: textOf(pack, locale, `surveys.${id}.scale.low`, scale.low),
        high: textOf(pack, locale, `surveys.${id}.scale.high`, scale.high),
      },
    }),
    article: (pack: Pack, { id, title, text, picture: ofArticle, keywords, links }: Article) => ({
      picture: picture(pack, ofArticle),
      title: textOf(pack, locale, `articles.${id}.title`, title),
      text: markdownOf(pack, `articles.${id}.text`, text),
      keywords: keywordsOf(pack, `articles.${id}`, keywords),
      links: links
        .filter(({ address }) => isOnHosts(address, pack.links))
        .map((link) => ({
          ...link,
          title: textOf(pack, locale, `articles.${id}.links.${link.id}.title`, link.title),
        })),
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
          keywords: keywordsOf(pack, `walkthroughs.${walkthrough.id}`, walkthrough.keywords),
          isHere: screen !== undefined && walkthrough.screens.includes(screen.id),
          isPinned: false,
          isRequired: walkthrough.locked,
        }))
      }),
  }
}

export type PackWords = ReturnType<typeof createPackWords>
