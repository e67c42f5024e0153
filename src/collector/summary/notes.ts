import { outcomeLabel } from '../../vocabulary/dictionary.ts'
import {
  FREQUENCIES,
  type Frequency,
  SEVERITIES,
  type Severity,
} from '../../vocabulary/report-details.ts'
import type { StoredNote } from '../store/notes.ts'
import { atomsOf } from './atom.ts'
import type { Cell } from './cell.ts'
import { isoDay } from './day.ts'
import type { Labels } from './labels.ts'
import { suppress } from './suppress.ts'

interface Frame {
  minGroup: number
  labels: Labels
}

const screenKey = ({ app, screen }: { app: string; screen: string }) =>
  JSON.stringify([app, screen])

/**
 * Comments and wireframes of screens that enough people use: of others only how many there are. A note of a
 * screen that a handful of people have would say who wrote it.
 */
export function noteRows(
  notes: readonly StoredNote[],
  cells: readonly Cell[],
  { minGroup, labels }: Frame,
) {
  const open = new Set(suppress(atomsOf(cells), minGroup).shown.map(screenKey))
  const shown = notes.filter((note) => open.has(screenKey(note)))
  return {
    notes: shown.map(({ day, severity, often, ...note }) => ({
      ...note,
      day: isoDay(day),
      screenTitle: labels.screen(note.app, note.screen),
      targetTitle: note.target === '' ? '' : labels.target(note.app, note.target),
      reason: outcomeLabel('report', note.outcome),
      severity: SEVERITIES[severity as Severity] ?? '',
      often: FREQUENCIES[often as Frequency] ?? '',
    })),
    withheld: notes.length - shown.length,
  }
}

export type NoteRow = ReturnType<typeof noteRows>['notes'][number]
