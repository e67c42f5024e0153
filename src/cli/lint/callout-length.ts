import { ARTICLE_LENGTH_MAX } from '../../vocabulary/lengths.ts'
import { packTexts } from '../../vocabulary/texts.ts'
import { type LintRule, lintWarning } from './rule.ts'

/** Characters that fit a callout without scrolling at 320 px and 200 % text size. */
export const CALLOUT_LENGTH_MAX = 280

/** Steps and their like are read beside the thing itself, at work: short, in every language. */
export const calloutLength: LintRule = (pack) => {
  const steps = packTexts(pack).filter(
    ({ kind, lengthMax }) => kind === 'markdown' && lengthMax < ARTICLE_LENGTH_MAX,
  )
  const keys = new Set(steps.map(({ key }) => key))
  const translated = Object.entries(pack.texts).flatMap(([locale, texts]) =>
    Object.entries(texts)
      .filter(([key]) => keys.has(key))
      .map(([key, words]) => ({ words, path: ['texts', locale, key] as const })),
  )
  return [...steps, ...translated].flatMap(({ words, path }) => {
    const length = shownLength(words)
    return length > CALLOUT_LENGTH_MAX
      ? [
          lintWarning(
            path,
            `is ${length} characters long, and a callout holds ${CALLOUT_LENGTH_MAX}: shorten it, or make two of it`,
          ),
        ]
      : []
  })
}

function shownLength(markdown: string): number {
  const shown = markdown.replaceAll(/\]\([^)]*\)/g, '').replaceAll(/[*_`[]/g, '')
  return Array.from(shown.trim()).length
}
