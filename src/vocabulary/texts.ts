import { isCall } from './call.ts'
import { ARTICLE_LENGTH_MAX, LABEL_LENGTH_MAX, MARKDOWN_LENGTH_MAX } from './lengths.ts'
import type { Pack } from './pack.ts'
import type { PackPath } from './pack-fault.ts'

/** One text of a pack that can be translated. */
export interface PackText {
  /** As in `texts`: `walkthroughs.record-vitals.steps.open-form.text`. */
  key: string
  /** The pack's own words, which stand where there is no translation. */
  words: string
  path: PackPath
  /** Markdown of the small kind, or plain words. */
  kind: 'plain' | 'markdown'
  lengthMax: number
}

const SUMMARY_LENGTH_MAX = 240
/** Of all keywords of one thing, with commas between them. */
const KEYWORDS_LENGTH_MAX = 2500

/** Every text that a person reads, in the order of the pack. */
export function packTexts(pack: Pack): PackText[] {
  return [
    ...pack.screens.map(({ id, title }, at) =>
      plain(`screens.${id}.title`, title, ['screens', at, 'title']),
    ),
    ...pack.targets.map(({ id, label }, at) =>
      plain(`targets.${id}.label`, label, ['targets', at, 'label']),
    ),
    ...pack.walkthroughs.flatMap((walkthrough, at) => walkthroughTexts(walkthrough, at)),
    ...pack.hints.flatMap(({ id, title, text }, at) => [
      ...(title === undefined ? [] : [plain(`hints.${id}.title`, title, ['hints', at, 'title'])]),
      small(`hints.${id}.text`, text, ['hints', at, 'text']),
    ]),
    ...pack.announcements.flatMap(({ id, title, text }, at) => [
      plain(`announcements.${id}.title`, title, ['announcements', at, 'title']),
      small(`announcements.${id}.text`, text, ['announcements', at, 'text']),
    ]),
    ...pack.checklists.flatMap(({ id, title, items }, at) => [
      plain(`checklists.${id}.title`, title, ['checklists', at, 'title']),
      ...items.map((item, itemAt) =>
        plain(`checklists.${id}.items.${item.id}.text`, item.text, [
          ...['checklists', at, 'items', itemAt, 'text'],
        ]),
      ),
    ]),
    ...pack.tasks.map(({ id, title }, at) =>
      plain(`tasks.${id}.title`, title, ['tasks', at, 'title']),
    ),
    ...pack.articles.flatMap(({ id, title, text, keywords, links }, at) => [
      plain(`articles.${id}.title`, title, ['articles', at, 'title']),
      {
        ...small(`articles.${id}.text`, text, ['articles', at, 'text']),
        lengthMax: ARTICLE_LENGTH_MAX,
      },
      ...keywordsText(`articles.${id}.keywords`, keywords, ['articles', at, 'keywords']),
      ...links.map((link, linkAt) =>
        plain(`articles.${id}.links.${link.id}.title`, link.title, [
          ...['articles', at, 'links', linkAt, 'title'],
        ]),
      ),
    ]),
    ...pack.surveys.flatMap(surveyTexts),
    ...pack.pictures.map(({ id, alt }, at) =>
      plain(`pictures.${id}.alt`, alt, ['pictures', at, 'alt']),
    ),
  ]
}

function surveyTexts({ id, question, answers, scale }: Pack['surveys'][number], at: number) {
  const path = ['surveys', at]
  return [
    plain(`surveys.${id}.question`, question, [...path, 'question']),
    ...(answers ?? []).map((answer, answerAt) =>
      plain(`surveys.${id}.answers.${answerAt + 1}`, answer, [...path, 'answers', answerAt]),
    ),
    ...(['low', 'high'] as const).flatMap((end) =>
      scale === undefined
        ? []
        : [plain(`surveys.${id}.scale.${end}`, scale[end], [...path, 'scale', end])],
    ),
  ]
}

/** Keywords as one text, with commas between them: another language may need more or fewer. */
function keywordsText(key: string, keywords: readonly string[], path: PackPath): PackText[] {
  if (keywords.length === 0) return []
  return [{ ...plain(key, keywords.join(', '), path), lengthMax: KEYWORDS_LENGTH_MAX }]
}

function walkthroughTexts(walkthrough: Pack['walkthroughs'][number], at: number): PackText[] {
  const key = `walkthroughs.${walkthrough.id}`
  const path = ['walkthroughs', at] as const
  return [
    plain(`${key}.title`, walkthrough.title, [...path, 'title']),
    {
      ...plain(`${key}.summary`, walkthrough.summary, [...path, 'summary']),
      lengthMax: SUMMARY_LENGTH_MAX,
    },
    ...keywordsText(`${key}.keywords`, walkthrough.keywords, [...path, 'keywords']),
    ...walkthrough.steps.flatMap((step, stepAt) =>
      isCall(step)
        ? []
        : [small(`${key}.steps.${step.id}.text`, step.text, [...path, 'steps', stepAt, 'text'])],
    ),
  ]
}

function small(key: string, words: string, path: PackPath): PackText {
  return { key, words, path, kind: 'markdown', lengthMax: MARKDOWN_LENGTH_MAX }
}

function plain(key: string, words: string, path: PackPath): PackText {
  return { key, words, path, kind: 'plain', lengthMax: LABEL_LENGTH_MAX }
}

/** The keys under which a translation may stand. */
export function textKeys(pack: Pack): string[] {
  return packTexts(pack).map(({ key }) => key)
}

const languageOf = (tag: string) => tag.split('-', 1)[0] ?? tag

/**
 * A text in the person's language: `pt-BR`, else `pt`, else another region's where the pack itself speaks another
 * language, else `fallback`, the pack's own words. `locale` is a language tag of any length.
 */
export function textOf(
  pack: Pick<Pack, 'locale' | 'texts'>,
  locale: string,
  key: string,
  fallback: string,
): string {
  const language = languageOf(locale)
  const isOwn = languageOf(pack.locale) === language
  const regions = isOwn ? [] : Object.keys(pack.texts).filter((tag) => languageOf(tag) === language)
  for (const tag of [locale, language, ...regions]) {
    const translations = Object.hasOwn(pack.texts, tag) ? pack.texts[tag] : undefined
    if (translations !== undefined && Object.hasOwn(translations, key))
      return translations[key] ?? fallback
  }
  return fallback
}
