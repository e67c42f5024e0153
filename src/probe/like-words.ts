import { comparable, wordsOf } from '../anchors/comparable.ts'
import { isOpposite } from '../anchors/opposites.ts'

/** Two names are alike where more than this share of their words is the same. */
export const ALIKE_MIN = 0.5
/** Words this short are no stem of another: 'in' and 'inside'. */
const STEM_MIN = 4

const EMPTY = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with'])

function tellingWords(name: string): string[] {
  return wordsOf(comparable(name)).filter((word) => !EMPTY.has(word))
}

function isSameWord(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  return one === other || (short.length >= STEM_MIN && long.startsWith(short))
}

/** Whether one name may be the other, reworded: 'Record vitals' and 'Record vital signs'. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)]
  const shared = a.filter((word) => b.some((each) => isSameWord(word, each))).length
  return shared / Math.max(a.length, b.length, 1) > ALIKE_MIN && !isOpposite(one, other)
}
