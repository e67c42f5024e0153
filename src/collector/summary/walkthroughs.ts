import type { WalkthroughOutcome } from '../../vocabulary/dictionary.ts'
import { type Figure, figureOf } from './figure.ts'
import type { Labels } from './labels.ts'
import { rowKey, type Suppressed } from './suppress.ts'
import { type Interval, wilsonInterval } from './wilson.ts'

/** A share from 0 to 1 with its 95 % interval. */
export interface Completion extends Interval {
  rate: number
}

/**
 * Completed of started. `null` where nothing was started, or where either number leaves small
 * groups out: a share of two incomplete numbers would mislead. A walkthrough that began before the
 * window can end in it, so completed may exceed started: the share is 1 then.
 */
export function completionOf(started: Figure, completed: Figure): Completion | null {
  if (started.count === 0 || started.few || completed.few) return null
  const successes = Math.min(completed.count, started.count)
  return { rate: successes / started.count, ...wilsonInterval(successes, started.count) }
}

export type WalkthroughRow = ReturnType<typeof walkthroughRows>[number]

/** One row a walkthrough, the most started first. */
export function walkthroughRows(atoms: Suppressed, labels: Labels) {
  const all = [...atoms.shown, ...atoms.few].filter(({ kind }) => kind === 'walkthrough')
  const subjects = new Map(all.map((atom) => [rowKey(atom), atom]))
  const rows = [...subjects].map(([key, { app, walkthrough: id }]) => {
    const of = (outcome: WalkthroughOutcome) =>
      figureOf(atoms, (atom) => atom.outcome === outcome && rowKey(atom) === key)
    const [started, completed] = [of('started'), of('completed')]
    return {
      app,
      id,
      title: labels.walkthrough(app, id),
      started,
      completed,
      dismissed: of('dismissed'),
      abandoned: of('abandoned'),
      blocked: of('blocked'),
      completion: completionOf(started, completed),
    }
  })
  return rows.sort((a, b) => b.started.count - a.started.count || a.title.localeCompare(b.title))
}
