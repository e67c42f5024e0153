import MiniSearch from 'minisearch'

/** What the search looks at: plain words of one thing that the help panel has. */
export interface Findable {
  title: string
  keywords: string
  text: string
  /** Of the screen that is shown: comes before the rest. */
  isHere: boolean
}

/** Letters that lose no mark by decomposition, and are typed without it. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

function plainTerm(term: string): string {
  return term
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøæœłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
}

/** Scripts that put nothing between words: where one ends is the browser's guess, and browsers differ. */
const WITHOUT_SPACES =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u

const WORD = /[\p{L}\p{N}]/u

/** Where no space tells words apart, one may begin at each later letter. */
function laterParts(word: string): string[] {
  if (!WITHOUT_SPACES.test(word)) return []
  const letters = Array.from(word)
  return letters.slice(1).map((_, at) => letters.slice(at + 1).join(''))
}

/**
 * Makes a search over things, by title, keywords and text: a word by its beginning, without its accents, and with
 * a typo in longer ones. Words are those of the language `tag`, also where nothing stands between them.
 */
export function createSearch<Thing extends Findable>(things: readonly Thing[], tag: string) {
  const words = new Intl.Segmenter(tag, { granularity: 'word' })
  // Not by `isWordLike`: Firefox says no to words of scripts without spaces.
  const wordsOf = (text: string): string[] =>
    Array.from(words.segment(text), ({ segment }) => segment).filter((one) => WORD.test(one))
  const index = new MiniSearch<Findable & { id: number }>({
    fields: ['title', 'keywords', 'text'],
    searchOptions: {
      boost: { title: 3, keywords: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
      tokenize: wordsOf,
    },
    tokenize: (text) => wordsOf(text).flatMap((word) => [word, ...laterParts(word)]),
    processTerm: plainTerm,
  })
  index.addAll(
    things.map(({ title, keywords, text, isHere }, id) => ({ id, title, keywords, text, isHere })),
  )

  return (query: string): Thing[] => {
    const found = index.search(query).flatMap(({ id }) => things[Number(id)] ?? [])
    return [...found.filter(({ isHere }) => isHere), ...found.filter(({ isHere }) => !isHere)]
  }
}

export type CreateSearch = typeof createSearch
