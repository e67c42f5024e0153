import type { Find } from './find.ts'
import { isSpelledTwice, type Spelling } from './fold.ts'
import { areFunctionWords, isOrdinaryWord } from './ordinary-words.ts'
import { wordsOf } from './words.ts'

/** Letters of a phrase, at most, that are compared as one. */
const WINDOW_MAX = 64
/** Words of the page that are compared as one. */
const PHRASE_WORDS_MAX = 4
const SPELLINGS: readonly Spelling[] = ['plain', 'spelled']

/** What Arabic writes together with the word after it: and, so, by, for, like, the. */
const ARABIC_BEFORE = /^(?:[وفبلك]?ال|[وفبلك])(?=.{2})/u

/** Forms of a folded word in a comment under which the page may have it. */
function forms(joined: string): string[] {
  const all = [joined]
  // `Smiths` for `Smith`.
  if (joined.length > 3 && joined.endsWith('s')) all.push(joined.slice(0, -1))
  const bare = joined.replace(ARABIC_BEFORE, '')
  if (bare !== joined) all.push(bare)
  const inner = joined.replace(/^[وفبلك]/u, '')
  if (inner !== joined && inner.length > 1) all.push(inner)
  return all
}

type Places = Map<string, { start: number; end: number }[]>

/**
 * Every run of neighbouring words of a comment, written as one: a name that is spaced out, joined or
 * hyphenated is still the same.
 */
function windowsOf(comment: string): Places {
  const windows: Places = new Map()
  for (const spelling of SPELLINGS) {
    const words = wordsOf(comment, spelling)
    for (const [first, { start }] of words.entries()) {
      let joined = ''
      for (const { word, end } of words.slice(first)) {
        joined += word
        if (joined.length > WINDOW_MAX) break
        if (joined.length < 2) continue
        for (const form of forms(joined)) {
          const places = windows.get(form) ?? []
          places.push({ start, end })
          windows.set(form, places)
        }
      }
    }
  }
  return windows
}

/** Words and pairs of neighbours that the pack’s own texts hold: no patient is in them. */
export function createPublicWords(texts: readonly string[]) {
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const text of texts)
    for (const spelling of SPELLINGS) {
      const all = wordsOf(text, spelling)
      for (const [at, { word }] of all.entries()) {
        words.add(word)
        const next = all[at + 1]
        if (next) pairs.add(`${word} ${next.word}`)
      }
    }
  return {
    hasWord: (word: string) => words.has(word),
    hasPair: (first: string, second: string) => pairs.has(`${first} ${second}`),
  }
}

export type PublicWords = ReturnType<typeof createPublicWords>

/**
 * What of a comment also stands on the page: any two words in a row, and any single word that is neither of
 * everyday talk about software nor one of the pack. Words of the page are neighbours across its elements too.
 */
export function findOnPage(
  comment: string,
  pageTexts: readonly string[],
  known: PublicWords,
): Find[] {
  const windows = windowsOf(comment)
  if (windows.size === 0) return []
  const finds: Find[] = []
  const take = (joined: string) => {
    for (const place of windows.get(joined) ?? []) finds.push({ kind: 'on-page', ...place })
  }
  const isFreePair = (first: string, second: string) =>
    known.hasPair(first, second) || areFunctionWords([first, second])

  const isTwice = pageTexts.some(isSpelledTwice)
  for (const spelling of isTwice ? SPELLINGS : (['plain'] as const)) {
    const before: string[] = []
    for (const text of pageTexts)
      for (const { word } of wordsOf(text, spelling)) {
        if (word.length > 1 && !isOrdinaryWord(word) && !known.hasWord(word)) take(word)
        let joined = word
        let isFree = true
        let second = word
        for (const first of before) {
          isFree &&= isFreePair(first, second)
          joined = first + joined
          second = first
          if (joined.length > WINDOW_MAX) break
          if (!isFree) take(joined)
        }
        before.unshift(word)
        before.length = Math.min(before.length, PHRASE_WORDS_MAX - 1)
      }
  }
  return finds
}
