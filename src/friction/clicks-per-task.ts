import type { TaskPresses } from '../vocabulary/signal-outcomes.ts'
import type { CreateDetector } from './detector.ts'
import type { TaskSeen } from './observation.ts'

/** A task that takes longer than this was left, in ms. */
export const TASK_MAX_MS = 30 * 60_000

const BUCKETS: readonly [from: number, outcome: TaskPresses][] = [
  [64, 'presses-64'],
  [32, 'presses-32'],
  [16, 'presses-16'],
  [8, 'presses-8'],
  [4, 'presses-4'],
  [1, 'presses-1'],
]

/** `clicks_per_task`, and the tasks themselves: presses between a task's first screen and its end. */
export const createClicksPerTask: CreateDetector = (emit) => {
  const running = new Map<string, { since: number; presses: number }>()

  function leave({ at: now }: { at: number }) {
    for (const [task, { since }] of running) {
      if (now - since <= TASK_MAX_MS) continue
      running.delete(task)
      emit({ kind: 'task', at: since, task, outcome: 'left' })
    }
  }

  function see(fact: TaskSeen) {
    leave(fact)
    const { at, task, isDone } = fact
    const run = running.get(task)
    if (!isDone && run === undefined) {
      running.set(task, { since: at, presses: 0 })
      emit({ kind: 'task', at, task, outcome: 'started' })
    } else if (isDone && run !== undefined) {
      running.delete(task)
      emit({ kind: 'task', at, task, outcome: 'done' })
      const outcome = BUCKETS.find(([from]) => run.presses >= from)?.[1]
      if (outcome !== undefined) emit({ kind: 'clicks_per_task', at, task, outcome })
    }
  }

  return {
    away: leave,
    back: leave,
    press(fact) {
      leave(fact)
      for (const run of running.values()) run.presses += 1
    },
    screen: leave,
    task: see,
  }
}
