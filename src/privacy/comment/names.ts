import type { Find } from './find.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import { type Word, wordsOf } from './words.ts'

/** What stands before a name, folded. */
const TITLES = new Set(
  `mr mrs ms miss mister dr doctor prof professor nurse herr frau hr doktor schwester m mme mlle monsieur madame
   docteur sr sra srta senor senora senorita don dona doctora dhr mevr mevrouw meneer dokter السيد السيدة الدكتور
   الدكتورة`
    .split(/\s+/)
    .flatMap((title) => wordsOf(title, 'plain').map(({ word }) => word)),
)
/** Of these only before a capital: they are everyday words too. */
const ALSO_WORDS = new Set(['miss', 'doctor', 'nurse', 'don', 'm', 'hr'])
/** Shorter ones in capitals are more often the name of a ward or a system: ICU, EHR. */
const ACRONYM_MAX = 4
const IN_ROW = /^[\s\p{Z}\p{Cf}.'’\p{Pd}]*$/u
const SENTENCE_END = /[.!?:;\n…؟。“„"«(]['’"\s\p{Z}]*$/u

interface Options {
  text: string
  /** In German every noun has a capital. */
  areNounsCapital: boolean
  /** Folded words of the pack: the app’s own. */
  isPublic: (word: string) => boolean
}

/** Names by their title, by a capital where a sentence does not begin, or by two capitals in a row. */
export function findNames({ text, areNounsCapital, isPublic }: Options): Find[] {
  const words = wordsOf(text, 'plain')
  const between = (a: Word, b: Word) => text.slice(a.end, b.start)
  const written = ({ start, end }: Word) => text.slice(start, end)
  const isAcronym = (word: Word) =>
    word.word.length <= ACRONYM_MAX && /^[\p{Lu}\p{Cf}\p{M}]+$/u.test(written(word))
  const isKnown = ({ word }: Word) => isOrdinaryWord(word) || isPublic(word)
  const beginsSentence = ({ start }: Word) =>
    text.slice(0, start).trim() === '' || SENTENCE_END.test(text.slice(0, start))

  return words.flatMap((word, at): Find[] => {
    const next = words[at + 1]
    const isRow = next !== undefined && IN_ROW.test(between(word, next))
    if (isRow && TITLES.has(word.word) && (!ALSO_WORDS.has(word.word) || next.isCapital))
      return [{ kind: 'name', start: word.start, end: next.end }]
    if (!word.isCapital) return []
    // Initials: `J. Smith`, `J.S.`
    if (isRow && word.word.length === 1 && next.isCapital && text[word.end] === '.')
      return [{ kind: 'name', start: word.start, end: next.end }]
    if (isRow && next.isCapital && next.word.length > 1 && word.word.length > 1) {
      const unknown = [word, next].filter((one) => !isKnown(one) && !isAcronym(one))
      if (unknown.length > (areNounsCapital || beginsSentence(word) ? 1 : 0))
        return [{ kind: 'name', start: word.start, end: next.end }]
    }
    if (areNounsCapital || beginsSentence(word) || isKnown(word) || isAcronym(word)) return []
    return word.word.length > 1 ? [{ kind: 'name', start: word.start, end: word.end }] : []
  })
}
