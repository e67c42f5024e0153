import { isHolding } from '../../anchors/dom.ts'
import { afterFrame } from '../../overlay/after-frame.ts'
import type { Sensor } from './sensor.ts'

/** How long after a press its animations are looked for, in ms: before a short one is over. */
export const ANIMATION_LOOK_MS = 100

/**
 * Looks, once per press, for animations that began after it: those made by script leave no other
 * trace. The pressed control's own transitions are its press style and no answer.
 */
export function senseAnimations({ clock, guard, report, view }: Sensor) {
  const { CSSTransition, document } = view
  const isAnswer = (animation: Animation, control: Element, pressedAt: number) => {
    if (typeof animation.startTime === 'number' && animation.startTime < pressedAt) return false
    const target = (animation.effect as KeyframeEffect | null)?.target
    const isTransition = CSSTransition !== undefined && animation instanceof CSSTransition
    return !(isTransition && target != null && isHolding(control, target))
  }
  return {
    lookAfter(control: Element, pressedAt: number) {
      const look = guard(() => {
        const animations = document.getAnimations?.() ?? []
        if (animations.some((animation) => isAnswer(animation, control, pressedAt)))
          report({ type: 'alive', source: 'animation', at: clock.now() })
      })
      // Asked for, they want a layout: after a frame there is one.
      clock.after(ANIMATION_LOOK_MS, () => void afterFrame(view, look))
    },
  }
}
