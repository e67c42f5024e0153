import type { Seen } from './seen.ts'
import type { Sensor } from './sensor.ts'

/** Reports when tasks of the pack begin, where their screen shows, and when what ends them holds. */
export function senseTasks({ clock, report }: Sensor) {
  /** Tasks under way: whether what ends them has been seen not to hold, as it must have been. */
  const running = new Map<string, boolean>()
  let screen: string | undefined

  return {
    look(seen: Seen) {
      const isAnother = seen.screen !== undefined && seen.screen !== screen
      screen = seen.screen ?? screen
      if (seen.pack.tasks.length === 0) return
      const at = clock.now()
      for (const task of seen.pack.tasks) {
        const { id } = task
        if (!running.has(id)) {
          if (!isAnother || task.screen !== screen) continue
          report({ type: 'task', at, task: id, isDone: false })
          running.set(id, !seen.areMet(task.done))
          continue
        }
        const isMet = seen.areMet(task.done)
        if (!isMet) running.set(id, true)
        else if (running.get(id)) {
          running.delete(id)
          report({ type: 'task', at, task: id, isDone: true })
        }
      }
    },
  }
}
