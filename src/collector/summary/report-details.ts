import { FREQUENCIES, SEVERITIES } from '../../vocabulary/report-details.ts'
import type { Atom } from './atom.ts'
import type { Cell } from './cell.ts'

/** One answer, and how many reports gave it: its bucket counts as its lower bound. */
export interface Share {
  id: string
  label: string
  count: number
}

type Detail = 'severity' | 'often'
type Subject = Pick<Atom, 'day' | 'app' | 'screen' | 'target' | 'outcome'>

const LABELS: Readonly<Record<Detail, Readonly<Record<string, string>>>> = {
  severity: SEVERITIES,
  often: FREQUENCIES,
}

const keyOf = ({ day, app, screen, target, outcome }: Subject) =>
  JSON.stringify([day, app, screen, target, outcome])

interface Part {
  count: number
  clients: number
}

/** What was answered, '' included, of the reports of one atom. */
function partsOf(cells: readonly Cell[], detail: Detail): Map<string, Part> {
  const parts = new Map<string, Part>()
  for (const cell of cells) {
    const part = parts.get(cell[detail]) ?? { count: 0, clients: 0 }
    part.count += cell.count
    // A client is new in one cell of a subject only; of other versions and roles it may be so again.
    part.clients = Math.max(part.clients, clientsLike(cells, cell, detail))
    parts.set(cell[detail], part)
  }
  return parts
}

function clientsLike(cells: readonly Cell[], like: Cell, detail: Detail): number {
  return cells
    .filter(
      (cell) =>
        cell[detail] === like[detail] &&
        cell.packVersion === like.packVersion &&
        cell.role === like.role,
    )
    .reduce((sum, { clients }) => sum + clients, 0)
}

/**
 * How much reports hurt and how often. Of one subject on one day either each answer has `minGroup`
 * clients, no answer among them, and all are told, or none is: what is left of the day's number would
 * else give the small one away.
 */
export function createReportDetails(cells: readonly Cell[], minGroup: number) {
  const byAtom = Map.groupBy(
    cells.filter(({ kind }) => kind === 'report'),
    keyOf,
  )
  return {
    /** Of atoms that are shown; the most frequent first. */
    of(shown: readonly Subject[], detail: Detail): Share[] {
      const counts = new Map<string, number>()
      for (const atom of shown) {
        const parts = partsOf(byAtom.get(keyOf(atom)) ?? [], detail)
        if ([...parts.values()].some(({ clients }) => clients < minGroup)) continue
        for (const [id, { count }] of parts)
          if (id !== '') counts.set(id, (counts.get(id) ?? 0) + count)
      }
      return [...counts]
        .map(([id, count]) => ({ id, label: LABELS[detail][id] ?? id, count }))
        .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))
    },
  }
}

export type ReportDetails = ReturnType<typeof createReportDetails>
