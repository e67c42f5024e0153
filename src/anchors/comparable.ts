/** A sign that is drawn as text before or after the words: '+ Add dose', 'Next >'. */
const SIGN = /^[\p{S}\p{P}]+\s+(?=\p{L})|(?<=\p{L})\s+[<>«»‹›←→↓↑↗▲▼◀▶▸▾⌄…]+$/gu

/** Neither a sign, a counter nor a colon. */
const IS_PLAIN = /^[a-z\d ]*[a-z\d]$/i

/**
 * Names compare without regard to case. A label's trailing colon or asterisk is no word, nor is a
 * sign beside the words, nor a counter: 'Drug orders (0)' is the same heading when the basket holds
 * two.
 */
export function comparable(name: string): string {
  if (IS_PLAIN.test(name)) return name.toLowerCase()
  return withoutCounter(name)
    .replace(SIGN, '')
    .toLowerCase()
    .replace(/[\s:*.]+$/, '')
}

const comparables = new WeakMap<readonly string[], readonly string[]>()

/** All of a recipe's names, made comparable; kept for as long as the recipe is. */
export function comparableNames(names: readonly string[]): readonly string[] {
  let found = comparables.get(names)
  if (found === undefined) {
    found = names.map(comparable)
    comparables.set(names, found)
  }
  return found
}

/** 'Notifications' of 'Notifications (3)' and 'Inbox [99+]'. */
export function withoutCounter(name: string): string {
  return name.replace(/\s*[([]\d{1,3}\+?[)\]]$/, '')
}

/** Letters and digits only, small: what two spellings of a text have in common. */
export function squeezed(text: string): string {
  // Ligatures and full-width letters are few, and normalising costs more than all the rest.
  const plain = /[^\0-\u024f\u2010-\u2027]/.test(text) ? text.normalize('NFKC') : text
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

export function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

const SINGULAR_MIN = 4

/** 'Service queue' and 'Service queues': one title for the same part. Of controls it could be another act. */
export function isSameButNumber(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 3) return one === other
  const [first, second] = [wordsOf(one), wordsOf(other)]
  return (
    first.length === second.length &&
    first.every((word, at) => {
      const [short = '', long = ''] = [word, second[at] ?? ''].sort((a, b) => a.length - b.length)
      return long === short || (short.length >= SINGULAR_MIN && long === `${short}s`)
    })
  )
}
