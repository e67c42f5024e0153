import { outcomeLabel } from '../../vocabulary/dictionary.ts'
import {
  TASK_PRESSES,
  type TaskOutcome,
  type TaskPresses,
} from '../../vocabulary/signal-outcomes.ts'
import { figureOf } from './figure.ts'
import type { Labels } from './labels.ts'
import { rowKey, type Suppressed } from './suppress.ts'

export type TaskRow = ReturnType<typeof taskRows>[number]

const BUCKETS = Object.keys(TASK_PRESSES) as TaskPresses[]
const boundOf = (bucket: TaskPresses) => Number(bucket.split('-')[1])

/** One row a task, the most begun first: how it went, and how many presses it took. */
export function taskRows(atoms: Suppressed, labels: Labels) {
  const isOfTask = ({ kind }: { kind: string }) => kind === 'task' || kind === 'clicks_per_task'
  const all = [...atoms.shown, ...atoms.few].filter(isOfTask)
  const subjects = new Map(all.map((atom) => [rowKey(atom), atom]))
  const rows = [...subjects].map(([key, { app, task: id }]) => {
    const of = (kind: string, outcome: string) =>
      figureOf(
        atoms,
        (atom) => atom.kind === kind && atom.outcome === outcome && rowKey(atom) === key,
      )
    const ends = (outcome: TaskOutcome) => of('task', outcome)
    const presses = BUCKETS.map((outcome) => ({
      outcome,
      label: outcomeLabel('clicks_per_task', outcome),
      figure: of('clicks_per_task', outcome),
    }))
    const tasks = presses.reduce((sum, { figure }) => sum + figure.count, 0)
    const least = presses.reduce(
      (sum, { outcome, figure }) => sum + figure.count * boundOf(outcome),
      0,
    )
    // A mean of some would say nothing of the rest.
    const isWhole = presses.every(({ figure }) => !figure.few)
    return {
      app,
      id,
      title: labels.task(app, id),
      started: ends('started'),
      done: ends('done'),
      left: ends('left'),
      presses,
      /** Presses of a task on average: at least so many. */
      pressesPerTask: tasks > 0 && isWhole ? least / tasks : null,
    }
  })
  return rows.sort((a, b) => b.started.count - a.started.count || a.title.localeCompare(b.title))
}
