import type { Sensor } from './sensor.ts'

/** A focus so long after the pointer moved up or down is still of that press, in ms: a finger is up by then. */
const OF_PRESS_MS = 100

/**
 * Reports when the window or tab loses or regains the person's attention. A press in a frame gives that frame the
 * focus, as does one beside it to the page around: both had the attention before, so this says nothing. A window
 * that is brought to the front has its focus before the press.
 */
export function senseAttention({ clock, ears, guard, report, signal, view }: Sensor) {
  let isDown = false
  let pressedAt = Number.NEGATIVE_INFINITY

  ears.notice(['pointerdown', 'pointerup', 'pointercancel'], ({ timeStamp, type }) => {
    isDown = type === 'pointerdown'
    pressedAt = timeStamp
  })

  const turned = () => report({ type: 'alive', source: 'blur', at: clock.now() })
  const focused = ({ isTrusted, timeStamp: at }: Event) => {
    if (isTrusted && !isDown && at - pressedAt > OF_PRESS_MS) turned()
  }
  // Not in the capture phase: there each element's own would be heard.
  view.addEventListener('focus', guard(focused), { signal })
  const blurred = ({ isTrusted }: Event) => {
    if (isTrusted) turned()
  }
  view.addEventListener('blur', guard(blurred), { signal })

  const { document } = view
  const hidden = () => {
    turned()
    report({ type: document.visibilityState === 'hidden' ? 'away' : 'back', at: clock.now() })
  }
  document.addEventListener('visibilitychange', guard(hidden), { signal })
}
