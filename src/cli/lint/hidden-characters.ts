import { packTexts } from '../../vocabulary/texts.ts'
import { type LintRule, lintWarning } from './rule.ts'

/** Marks and spaces without width. The joiners U+200C and U+200D stay: Persian and Hindi need them. */
const HIDDEN = /[\u00AD\u061C\u200B\u200E\u200F\u2060\uFEFF]/u

/** Characters that nobody sees come in by copy and paste, and make equal words unequal. */
export const hiddenCharacters: LintRule = (pack) => {
  const names = pack.targets.flatMap(({ anchor }, at) =>
    (anchor.name ?? []).map((words, nameAt) => ({
      words,
      path: ['targets', at, 'anchor', 'name', nameAt],
    })),
  )
  const translations = Object.entries(pack.texts).flatMap(([locale, texts]) =>
    Object.entries(texts).map(([key, words]) => ({ words, path: ['texts', locale, key] })),
  )
  return [...packTexts(pack), ...names, ...translations].flatMap(({ words, path }) => {
    const found = HIDDEN.exec(words)?.[0]
    if (found === undefined) return []
    const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    return [lintWarning(path, `holds a character that can't be seen (U+${code}): type it anew`)]
  })
}
