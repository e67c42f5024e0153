import { hidesItsAnswer } from './hidden-answer.ts'
import type { PressRule } from './press-rule.ts'
import { findBursts } from './rage-click.ts'

/**
 * `dead_click`: a press on what looks interactive, and nothing alive within `ALIVE_WINDOW_MS`
 * (friction-signals.md §2). Links are left out whose following can't be seen, and those that were
 * answered late, as the browser shows that it loads; so are a disabled control, which promises nothing, and one already in the state that it would bring. A burst is a
 * rage click's, or a way to use the control.
 */
export const deadClick: PressRule = (episode) => {
  const { answeredAt, isVoid, isUntellable, presses, traits } = episode
  if (isVoid || isUntellable || hidesItsAnswer(traits)) return undefined
  if (!traits.isInteractive || traits.isLeaving || traits.isCurrent) return undefined
  if (traits.isLink && answeredAt !== undefined) return undefined
  if (findBursts(episode).length > 0) return undefined
  return presses.some(({ isAlive, isDisabled }) => isAlive || isDisabled) ? undefined : 'dead_click'
}
