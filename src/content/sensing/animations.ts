import { isHolding } from '../../anchors/dom.ts'
import { afterFrame } from '../../overlay/after-frame.ts'
import { holdersOf, type Sensor } from './sensor.ts'

/** How long after a press its animations are looked for, in ms: before a short one is over. */
export const ANIMATION_LOOK_MS = 100
/** Animations of one press that are told of, at most. */
const ANSWERS_MAX = 20

/**
 * Looks, once per press that has no other answer, for animations that began after it: those made by script leave no other
 * trace. The pressed control's own transitions are its press style and no answer.
 */
export function senseAnimations({ clock, guard, registry, report, view }: Sensor) {
  const { CSSTransition, document } = view
  const isAnswer = (animation: Animation, control: Element, pressedAt: number) => {
    if (typeof animation.startTime === 'number' && animation.startTime < pressedAt) return false
    const target = (animation.effect as KeyframeEffect | null)?.target
    const isTransition = CSSTransition !== undefined && animation instanceof CSSTransition
    return !(isTransition && target != null && isHolding(control, target))
  }
  return {
    look(control: Element, pressedAt: number) {
      const look = guard(() => {
        const at = clock.now()
        const answers = (document.getAnimations?.() ?? [])
          .filter((animation) => isAnswer(animation, control, pressedAt))
          .slice(0, ANSWERS_MAX)
        for (const { effect } of answers) {
          const target = (effect as KeyframeEffect | null)?.target
          // Where it is: what changes by itself may flash as it does.
          const regions = target ? holdersOf(target).map(registry.idOf) : []
          report({ type: 'alive', source: 'animation', at, regions })
        }
      })
      // Asked for, they want a layout: after a frame there is one.
      afterFrame(view, look)
    },
  }
}
