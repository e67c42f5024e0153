import { isCall } from '../vocabulary/call.ts'
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
  if (locale === pack.locale) return replaceAt(pack, text.path, words)
  return { ...pack, texts: { ...pack.texts, [locale]: { ...pack.texts[locale], [key]: words } } }
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
function replaceAt<Value>(value: Value, [key, ...rest]: PackPath, words: string): Value {
  const copy: unknown = Array.isArray(value) ? [...value] : { ...value }
  if (key === undefined || typeof copy !== 'object' || copy === null) return value
  const entry: unknown = Reflect.get(copy, key)
  Reflect.set(copy, key, rest.length === 0 ? words : replaceAt(entry, rest, words))
  return copy as Value
}
