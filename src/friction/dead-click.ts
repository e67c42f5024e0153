import type { CreateDetector } from './detector.ts'
import { hidesItsAnswer } from './hidden-answer.ts'
import { findBursts } from './rage-click.ts'

/**
 * `dead_click`: a press on what looks interactive, and nothing alive within `ALIVE_WINDOW_MS`
 * (friction-signals.md §2). One per episode, however often it was pressed; a burst is a rage
 * click's. Links are left out, as the browser answers for them; so are a disabled control, which
 * promises nothing, and one already in the state that it would bring.
 */
export const createDeadClick: CreateDetector = (emit) => (fact) => {
  if (fact.type !== 'episode' || fact.isVoid) return
  const { control, presses, screen, traits } = fact
  const [first] = presses
  if (first === undefined || !traits.isInteractive || traits.isLink || traits.isCurrent) return
  if (hidesItsAnswer(traits) || findBursts(fact).length > 0) return
  if (presses.some(({ isAlive, isDisabled }) => isAlive || isDisabled)) return
  emit({ kind: 'dead_click', at: first.at, screen, control, role: traits.role })
}
