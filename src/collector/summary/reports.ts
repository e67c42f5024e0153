import { outcomeLabel } from '../../vocabulary/dictionary.ts'
import type { Atom } from './atom.ts'
import { isoDay } from './day.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Labels } from './labels.ts'
import type { ReportDetails, Share } from './report-details.ts'
import type { Suppressed } from './suppress.ts'

export interface ReportRow {
  app: string
  screen: string
  screenTitle: string
  category: string
  label: string
  /** The element that people pointed at: '' where they named none, or were too few. */
  target: string
  targetTitle: string
  figure: Figure
  /** The UTC day of the latest report that may be told. */
  latest: string | null
  /** How much it hurts, and how often: of days on which each answer had enough people, or none. */
  severity: Share[]
  often: Share[]
}

function keyOf({ app, screen, outcome, target }: Atom): string {
  return JSON.stringify([app, screen, outcome, target])
}

/**
 * Friction reports by screen, category and element, the most frequent first. Of a few people's
 * reports only screen and category are told: neither how many, nor when, nor about which element.
 */
export function reportRows(
  atoms: Suppressed,
  labels: Labels,
  details: Pick<ReportDetails, 'of'>,
): ReportRow[] {
  const shown = atoms.shown.filter(({ kind }) => kind === 'report')
  const few = atoms.few
    .filter(({ kind }) => kind === 'report')
    .map((atom) => ({ ...atom, target: '' }))
  const subjects = new Map([...shown, ...few].map((atom) => [keyOf(atom), atom]))
  const rows = [...subjects].map(([key, { app, screen, outcome, target }]) => {
    const own = shown.filter((atom) => keyOf(atom) === key)
    return {
      app,
      screen,
      screenTitle: labels.screen(app, screen),
      category: outcome,
      label: outcomeLabel('report', outcome),
      target,
      targetTitle: target === '' ? '' : labels.target(app, target),
      figure: figureOf({ shown: own, few }, (atom) => keyOf(atom) === key),
      severity: details.of(own, 'severity'),
      often: details.of(own, 'often'),
      latest: own.length === 0 ? null : isoDay(Math.max(...own.map(({ day }) => day))),
    }
  })
  return rows.sort(
    (a, b) =>
      b.figure.count - a.figure.count ||
      a.screenTitle.localeCompare(b.screenTitle) ||
      a.label.localeCompare(b.label),
  )
}
