import type { Atom } from './atom.ts'
import type { Suppressed } from './suppress.ts'

/** A number as it may be shown. */
export interface Figure {
  /** What groups of at least the smallest size did; each bucket counts as its lower bound. */
  count: number
  /** More was counted, of fewer people on a day than the smallest group: the true number is higher. */
  few: boolean
}

/** Sums what fits `is`. */
export function figureOf(atoms: Pick<Suppressed, 'shown' | 'few'>, is: (atom: Atom) => boolean) {
  return {
    count: atoms.shown.reduce((sum, atom) => (is(atom) ? sum + atom.count : sum), 0),
    few: atoms.few.some(is),
  } satisfies Figure
}

/** So many for each 100 of what they are measured against. `null` where none of that was counted. */
export function per100(of: Figure, against: Figure): number | null {
  return against.count === 0 ? null : (100 * of.count) / against.count
}
