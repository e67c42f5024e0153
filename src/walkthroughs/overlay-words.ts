import { isCall } from '../vocabulary/call.ts'
import { KEYWORDS_MAX, LABEL_LENGTH_MAX } from '../vocabulary/lengths.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { PackPath } from '../vocabulary/pack-fault.ts'
import { packTexts } from '../vocabulary/texts.ts'
import type { Laid } from './merge-overlay.ts'

/** Other words for a text that the pack does not lock, by its key; in another language, their translation. */
export function reword(pack: Pack, locale: string, key: string, words: string): Laid {
  const text = packTexts(pack).find((one) => one.key === key)
  if (text === undefined) return `there is no text '${key}' in the base (any more)`
  const lock = lockOf(pack, text.path)
  if (lock !== undefined) return `${lock} is locked in the base: its words stay`
  if (words.length > text.lengthMax)
    return `is ${words.length} characters long: at most ${text.lengthMax}`
  if (locale !== pack.locale)
    return { ...pack, texts: { ...pack.texts, [locale]: { ...pack.texts[locale], [key]: words } } }
  // Else two departments would answer two questions, and one number would be told of both.
  if (text.path[0] === 'surveys') return 'is of a survey, whose answers are counted by these words'
  if (text.path.at(-1) !== 'keywords') return replaceAt(pack, text.path, words)
  const keywords = words.split(',').flatMap((one) => one.trim() || [])
  const isFit = keywords.every(({ length }) => length <= LABEL_LENGTH_MAX)
  return isFit && keywords.length <= KEYWORDS_MAX
    ? replaceAt(pack, text.path, keywords)
    : `holds more than ${KEYWORDS_MAX} keywords, or one of more than ${LABEL_LENGTH_MAX} characters`
}

/** What locks the text at a path, in words. */
function lockOf(pack: Pack, [list, at, inner, innerAt]: PackPath): string | undefined {
  if (list === 'announcements') {
    const announcement = pack.announcements[Number(at)]
    return announcement?.safety ? `the safety notice '${announcement.id}'` : undefined
  }
  if (list !== 'walkthroughs') return undefined
  const walkthrough = pack.walkthroughs[Number(at)]
  if (walkthrough?.locked) return `walkthrough '${walkthrough.id}'`
  const step = inner === 'steps' ? walkthrough?.steps[Number(innerAt)] : undefined
  return step && !isCall(step) && step.locked
    ? `step '${step.id}' of '${walkthrough?.id}'`
    : undefined
}

/** A copy with other words at a path, which leads through lists and objects. */
function replaceAt<Value>(
  value: Value,
  [key, ...rest]: PackPath,
  words: string | readonly string[],
): Value {
  const copy: unknown = Array.isArray(value) ? [...value] : { ...value }
  if (key === undefined || typeof copy !== 'object' || copy === null) return value
  const entry: unknown = Reflect.get(copy, key)
  Reflect.set(copy, key, rest.length === 0 ? words : replaceAt(entry, rest, words))
  return copy as Value
}
