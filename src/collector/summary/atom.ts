import { FRICTION_KINDS } from '../../vocabulary/dictionary.ts'
import type { Cell } from './cell.ts'

/**
 * The smallest thing the dashboard can tell apart: one subject on one UTC day. Everything that is
 * shown is a sum of whole atoms, so no filter, total or difference tells more than its atoms do.
 */
export interface Atom {
  day: number
  app: string
  kind: string
  screen: string
  target: string
  walkthrough: string
  survey: string
  task: string
  outcome: string
  count: number
  /** At least so many different clients: a lower bound, and at least 1. */
  clients: number
}

const FRICTION: ReadonlySet<string> = new Set(FRICTION_KINDS)

type Subject = Omit<Atom, 'count' | 'clients'>

/** The part of a cell that the dashboard shows; steps are not shown yet. */
function subjectOf(cell: Cell): Subject | undefined {
  const none = {
    day: cell.day,
    app: '',
    kind: cell.kind,
    screen: '',
    target: '',
    walkthrough: '',
    survey: '',
    task: '',
    outcome: '',
  }
  const { app, screen, target, walkthrough, survey, task, outcome } = cell
  switch (cell.kind) {
    case 'step':
      return undefined
    case 'lost':
      return { ...none, outcome }
    case 'walkthrough':
      return { ...none, app, walkthrough, outcome }
    case 'task':
    case 'clicks_per_task':
      return { ...none, app, task, outcome }
    case 'survey':
      return { ...none, app, survey, outcome }
    case 'report':
      return { ...none, app, screen, target, outcome }
    case 'target-missing':
    case 'target-ambiguous':
      return { ...none, app, screen, target }
    default:
      // Of friction its screen is shown; of all else what became of it, too.
      return { ...none, app, screen, outcome: FRICTION.has(cell.kind) ? '' : outcome }
  }
}

/**
 * Joins the cells of a report that differ only in how much it hurts and how often. Each client says 'first
 * time today' in one of them, so that their sum is certain.
 */
function withoutDetails(cells: readonly Cell[]): Cell[] {
  const joined = new Map<string, Cell>()
  for (const cell of cells) {
    const { count, clients, ...about } = { ...cell, severity: '', often: '' }
    const key = JSON.stringify(Object.values(about))
    const before = joined.get(key) ?? { ...about, count: 0, clients: 0 }
    joined.set(key, { ...before, count: before.count + count, clients: before.clients + clients })
  }
  return [...joined.values()]
}

/**
 * Joins cells into atoms. Clients are counted once a day for each cell, and the same client may be
 * in several cells of an atom: so their largest number is certain, and their sum is not.
 */
export function atomsOf(cells: readonly Cell[]): Atom[] {
  const atoms = new Map<string, Atom>()
  for (const cell of withoutDetails(cells)) {
    const subject = subjectOf(cell)
    if (subject === undefined) continue
    const key = JSON.stringify(Object.values(subject))
    const atom = atoms.get(key) ?? { ...subject, count: 0, clients: 1 }
    atom.count += cell.count
    atom.clients = Math.max(atom.clients, cell.clients)
    atoms.set(key, atom)
  }
  return [...atoms.values()]
}
