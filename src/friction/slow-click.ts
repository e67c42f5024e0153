import { hidesItsAnswer } from './hidden-answer.ts'
import { ALIVE_WINDOW_MS, SLOW_WINDOW_MS } from './liveness.ts'
import type { PressRule } from './press-rule.ts'
import { findBursts } from './rage-click.ts'

/**
 * `slow_click`: the first response came after `ALIVE_WINDOW_MS` and within `SLOW_WINDOW_MS` of the
 * first press. Who presses again meanwhile and is then answered has waited all the same. Of a link the browser shows that it loads.
 */
export const slowClick: PressRule = (episode) => {
  const { isVoid, isUntellable, answeredAt, presses, traits } = episode
  const [first] = presses
  if (isVoid || isUntellable || hidesItsAnswer(traits) || !traits.isInteractive) return undefined
  if (first === undefined || first.isAlive || answeredAt === undefined) return undefined
  if (traits.isLink) return undefined
  if (findBursts(episode).length > 0) return undefined
  if (presses.some(({ isDisabled }) => isDisabled)) return undefined
  const waited = answeredAt - first.at
  return waited > ALIVE_WINDOW_MS && waited <= SLOW_WINDOW_MS ? 'slow_click' : undefined
}
