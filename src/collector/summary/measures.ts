import { EVENT_KINDS, type EventKind, entryOf } from '../../vocabulary/dictionary.ts'
import { type Figure, figureOf, per100 } from './figure.ts'
import { reachedFigure } from './presses.ts'
import type { Suppressed } from './suppress.ts'

/** The kinds that say how work goes on a screen, and count against nothing. */
export const MEASURES = EVENT_KINDS.filter((kind) => {
  const entry = entryOf(kind)
  return entry.class === 'measure' && entry.required.includes('screen')
})

function figureOfKind(own: Suppressed, kind: EventKind): Figure {
  const isReached = Object.hasOwn(entryOf(kind).outcomes ?? {}, 'reached-1')
  const is = (atom: { kind: string }) => atom.kind === kind
  return isReached ? reachedFigure(own, is) : figureOf(own, is)
}

/** What was measured on one screen, against its visits; what was not is left out. */
export function measuresOf(own: Suppressed, visits: Figure) {
  return MEASURES.map((kind) => {
    const figure = figureOfKind(own, kind)
    const { label, outcomes = {} } = entryOf(kind)
    return {
      kind,
      label,
      figure,
      per100: per100(figure, visits),
      outcomes: Object.entries(outcomes).map(([outcome, name]) => ({
        outcome,
        label: name,
        figure: figureOf(own, (atom) => atom.kind === kind && atom.outcome === outcome),
      })),
    }
  }).filter(({ figure }) => figure.count > 0 || figure.few)
}
