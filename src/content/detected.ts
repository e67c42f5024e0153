import type { Detection } from '../friction/detector.ts'
import type { Pointed } from '../overlay/guide.ts'
import type { Signal } from '../vocabulary/signal.ts'

/**
 * What was detected, in the words of the dictionary: a task by its id, all else by its screen, with
 * the control that it is about. `at`: what may be said of that control. None on an unknown screen.
 */
export function signalOf(
  { kind, screen, outcome, task, target: named }: Detection,
  app: string,
  at: Pointed | undefined,
): Omit<Signal, 'uid'> | undefined {
  const about = { kind, app, ...(outcome === undefined ? {} : { outcome }) }
  if (task !== undefined) return { ...about, task }
  if (screen === undefined) return undefined
  const target = named ?? at?.target
  if (target !== undefined) return { ...about, screen, target }
  return {
    ...{ ...about, screen },
    ...(at?.role === undefined ? {} : { role: at.role }),
    ...(at?.region === undefined ? {} : { region: at.region }),
  }
}
