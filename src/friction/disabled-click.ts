import { DISABLED_WINDOW_MS } from './liveness.ts'
import type { PressRule } from './press-rule.ts'

/** Presses on what is disabled that make a signal (friction-signals.md §2). */
export const DISABLED_PRESSES_MIN = 2

/** `disabled_click`: two presses on a disabled control within `DISABLED_WINDOW_MS`. */
export const disabledClick: PressRule = ({ isVoid, presses }) => {
  const refused = presses.filter(({ isDisabled }) => isDisabled)
  const isTwice = refused.some((press, at) => {
    const before = refused[at - DISABLED_PRESSES_MIN + 1]
    return before !== undefined && press.at - before.at <= DISABLED_WINDOW_MS
  })
  return isTwice && !isVoid ? 'disabled_click' : undefined
}
