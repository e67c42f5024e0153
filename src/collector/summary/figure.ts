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

/** Friction per 100 visits: at least so many. `null` where no visit was counted. */
export function per100(friction: Figure, visits: Figure): number | null {
  return visits.count === 0 ? null : (100 * friction.count) / visits.count
}
