import { foldSigns, type Sign, type Spelling } from './fold.ts'

/** One word of a text, folded, and where it stands in the text as it was written. */
export interface Word {
  word: string
  start: number
  end: number
  /** Begins with a capital letter. */
  isCapital: boolean
}

/** Scripts that put no space between words: each sign counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const DIGIT = /\p{N}/u

function isNewWord(before: Sign, sign: Sign): boolean {
  if (sign.start === before.start) return false
  if (UNSPACED.test(sign.sign) || UNSPACED.test(before.sign)) return true
  if (DIGIT.test(sign.sign) !== DIGIT.test(before.sign)) return true
  // `JohnSmith` is two.
  return sign.isCapital && !before.isCapital
}

/** The words of a text in order. A change of case within, or to a digit, parts them too. */
export function wordsOf(text: string, spelling: Spelling): Word[] {
  const words: Word[] = []
  let before: Sign | undefined
  for (const sign of foldSigns(text, spelling)) {
    const last = words.at(-1)
    if (sign.sign === ' ') before = undefined
    else {
      if (before && last && !isNewWord(before, sign)) {
        last.word += sign.sign
        last.end = sign.end
      } else
        words.push({
          word: sign.sign,
          start: sign.start,
          end: sign.end,
          isCapital: sign.isCapital,
        })
      before = sign
    }
  }
  return words
}
