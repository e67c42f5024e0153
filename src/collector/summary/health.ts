import { LOSS_OUTCOMES } from '../../vocabulary/dictionary.ts'
import type { Atom } from './atom.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Labels } from './labels.ts'
import type { Suppressed } from './suppress.ts'

export interface HealthRow {
  app: string
  screen: string
  screenTitle: string
  target: string
  targetTitle: string
  missing: Figure
  ambiguous: Figure
}

function keyOf({ app, screen, target }: Atom): string {
  return JSON.stringify([app, screen, target])
}

/** Targets of the packs that were not found, or fitted more than one element; worst first. */
export function healthRows(atoms: Suppressed, labels: Labels): HealthRow[] {
  const all = [...atoms.shown, ...atoms.few].filter(
    ({ kind }) => kind === 'target-missing' || kind === 'target-ambiguous',
  )
  const subjects = new Map(all.map((atom) => [keyOf(atom), atom]))
  const rows = [...subjects].map(([key, { app, screen, target }]) => {
    const of = (kind: string) =>
      figureOf(atoms, (atom) => atom.kind === kind && keyOf(atom) === key)
    return {
      app,
      screen,
      screenTitle: labels.screen(app, screen),
      target,
      targetTitle: labels.target(app, target),
      missing: of('target-missing'),
      ambiguous: of('target-ambiguous'),
    }
  })
  const weight = (row: HealthRow) => row.missing.count + row.ambiguous.count
  return rows.sort((a, b) => weight(b) - weight(a) || a.targetTitle.localeCompare(b.targetTitle))
}

/** Records that never reached the collector, by reason; reasons without any are left out. */
export function lossRows(atoms: Suppressed) {
  return Object.entries(LOSS_OUTCOMES)
    .map(([outcome, label]) => ({
      outcome,
      label,
      figure: figureOf(atoms, (atom) => atom.kind === 'lost' && atom.outcome === outcome),
    }))
    .filter(({ figure }) => figure.count > 0 || figure.few)
}
