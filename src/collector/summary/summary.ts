import { type Atom, atomsOf } from './atom.ts'
import type { Cell } from './cell.ts'
import { isoDay } from './day.ts'
import { type Figure, figureOf, per100 } from './figure.ts'
import { healthRows, lossRows } from './health.ts'
import type { Labels } from './labels.ts'
import { pressesOf } from './presses.ts'
import { createReportDetails } from './report-details.ts'
import { reportRows } from './reports.ts'
import { isFriction, isOfPresses, screenRows } from './screens.ts'
import { type Suppressed, suppress } from './suppress.ts'
import { surveyRows } from './surveys.ts'
import { taskRows } from './tasks.ts'
import { completionOf, walkthroughRows } from './walkthroughs.ts'

interface Frame {
  /** UTC days since 1970, both included. */
  fromDay: number
  toDay: number
  minGroup: number
  labels: Labels
}

/** What `GET /v1/summary` answers. */
export type Summary = ReturnType<typeof summarise> & {
  demo: boolean
  /** ms since 1970 */
  generatedAt: number
}

function totalsOf(atoms: Suppressed) {
  const visits = figureOf(atoms, ({ kind }) => kind === 'visit')
  const presses = pressesOf(atoms)
  const friction = figureOf(atoms, isFriction)
  const outcome = (name: string) =>
    figureOf(atoms, (atom) => atom.kind === 'walkthrough' && atom.outcome === name)
  const [started, completed] = [outcome('started'), outcome('completed')]
  return {
    visits,
    presses,
    per100Presses: per100(figureOf(atoms, isOfPresses), presses),
    tasks: figureOf(atoms, (atom) => atom.kind === 'task' && atom.outcome === 'started'),
    signals: figureOf(atoms, (atom) => isFriction(atom) && atom.kind !== 'report'),
    reports: figureOf(atoms, ({ kind }) => kind === 'report'),
    per100: per100(friction, visits),
    started,
    completed,
    completion: completionOf(started, completed),
  }
}

function dailySeries(atoms: Suppressed, { fromDay, toDay }: Frame) {
  return Array.from({ length: toDay - fromDay + 1 }, (_, index) => {
    const isToday = (atom: Atom) => atom.day === fromDay + index
    const today = { shown: atoms.shown.filter(isToday), few: atoms.few.filter(isToday) }
    const of = (is: (atom: Atom) => boolean): Figure => figureOf(today, is)
    return {
      day: isoDay(fromDay + index),
      visits: of(({ kind }) => kind === 'visit'),
      friction: of(isFriction),
    }
  })
}

/**
 * The dashboard's figures. Small groups are taken out first, and everything else is arithmetic on
 * what is left, so that no total gives away what a row withholds.
 */
export function summarise(cells: readonly Cell[], frame: Frame) {
  const atoms = suppress(atomsOf(cells), frame.minGroup)
  return {
    from: isoDay(frame.fromDay),
    to: isoDay(frame.toDay),
    minGroup: frame.minGroup,
    totals: totalsOf(atoms),
    screens: screenRows(atoms, frame.labels),
    walkthroughs: walkthroughRows(atoms, frame.labels),
    reports: reportRows(atoms, frame.labels, createReportDetails(cells, frame.minGroup)),
    surveys: surveyRows(atoms, frame.labels),
    tasks: taskRows(atoms, frame.labels),
    health: healthRows(atoms, frame.labels),
    lost: lossRows(atoms),
    daily: dailySeries(atoms, frame),
    withheld: { ...atoms.withheld, figures: atoms.few.length },
  }
}
