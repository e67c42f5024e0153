/** Letters that Unicode does not take apart, as people spell them without the sign. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}
/** German spells its umlauts out where a keyboard has none. */
const SPELLED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/** What most of a text is made of, by itself: looked up, since a page may have a million of them. */
const PLAIN_SIGNS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 0x5f }, (_, at) => {
    const written = String.fromCharCode(0x20 + at)
    return [written, /[A-Za-z0-9]/.test(written) ? written.toLowerCase() : ' ']
  }),
)

const UNSEEN = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0\u0640]/u
const SPACE = /[\s\p{Z}\p{Cc}]/u
const WORD = /[\p{L}\p{N}]/u

/** `plain`: ü is u; `spelled`: ü is ue. */
export type Spelling = 'plain' | 'spelled'

/** One letter or digit of a text without case, accents and width; or what parts words. */
export interface Sign {
  sign: string
  /** Where it stands in the text as it was written, and where that ends. */
  start: number
  end: number
  isCapital: boolean
}

function foldOne(written: string, spelling: Spelling): string {
  const small = written.normalize('NFKC').toLowerCase()
  const spelled =
    spelling === 'spelled' ? small.replace(/[äöü]/g, (one) => SPELLED[one] ?? one) : small
  const bare = [...spelled.normalize('NFKD')].filter((one) => !UNSEEN.test(one))
  return bare.map((one) => PLAIN[one] ?? one).join('')
}

/**
 * A text sign by sign as it is compared: case, accents, full-width forms, invisible characters and the
 * many spaces and hyphens of Unicode make no difference. ' ' parts words.
 */
export function foldSigns(text: string, spelling: Spelling): Sign[] {
  const signs: Sign[] = []
  let start = 0
  // Composed first, so that an accent that is written apart belongs to its letter.
  for (const written of clusters(text)) {
    const end = start + written.length
    const known = PLAIN_SIGNS[written]
    if (known !== undefined) {
      signs.push({ sign: known, start, end, isCapital: written >= 'A' && written <= 'Z' })
      start = end
      continue
    }
    const isSpace = SPACE.test(written)
    const isCapital = /\p{Lu}/u.test(written)
    for (const sign of isSpace ? ' ' : foldOne(written, spelling))
      signs.push({ sign: WORD.test(sign) ? sign : ' ', start, end, isCapital })
    start = end
  }
  return signs
}

/** Whether the two spellings of a text differ. */
export function isSpelledTwice(text: string): boolean {
  return /[äöü]|[aou]\u0308/iu.test(text)
}

/** Characters with the marks that follow them. */
function clusters(text: string): string[] {
  return text.match(/[^\p{M}]\p{M}*|\p{M}+/gu) ?? []
}
