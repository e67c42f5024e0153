import { leastReached } from '../../vocabulary/bucket.ts'
import type { Atom } from './atom.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Suppressed } from './suppress.ts'

type Part = Pick<Suppressed, 'shown' | 'few'>

/** How many there were at least, of a kind that tells as each number is reached. */
export function reachedFigure(atoms: Part, is: (atom: Atom) => boolean): Figure {
  return {
    count: leastReached(
      (outcome) => figureOf(atoms, (atom) => atom.outcome === outcome && is(atom)).count,
    ),
    few: atoms.few.some(is),
  }
}

/** Presses: what signals of presses are measured against. */
export function pressesOf(atoms: Part): Figure {
  return reachedFigure(atoms, ({ kind }) => kind === 'press')
}
