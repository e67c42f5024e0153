import { holdersOn, type Sensor } from './sensor.ts'
import { findControl } from './traits.ts'

/** A pointer that moved further than this between down and up was dragged, in CSS pixels. */
export const DRAG_PX = 30

/** Reports presses, at pointer down: a disabled button never fires `click`. `used`: of which control. */
export function sensePresses(sensor: Sensor, used: (control: Element, at: number) => void) {
  const { clock, registry, report, view } = sensor
  let down: { x: number; y: number } | undefined
  let last: Element | undefined

  sensor.ears.listen(['pointerdown'], (event, path) => {
    const { altKey, button, clientX: x, clientY: y, ctrlKey, isPrimary, metaKey, shiftKey } = event
    down = undefined
    if (button !== 0 || !isPrimary || altKey || ctrlKey || metaKey || shiftKey) return
    const control = findControl(path, view, { x, y }, last)
    last = control?.element
    if (control === undefined) return
    down = { x, y }
    report({
      type: 'press',
      at: event.timeStamp,
      heardAt: clock.now(),
      x,
      y,
      control: registry.remember(control.element),
      traits: control.traits,
      regions: holdersOn(path, control.element).map(registry.idOf),
    })
    if (!control.traits.isTextField) used(control.element, event.timeStamp)
  })
  sensor.ears.notice(['pointerup', 'pointercancel'], (event) => {
    const start = down
    down = undefined
    if (start === undefined) return
    if (
      event.type === 'pointercancel' ||
      Math.hypot(event.clientX - start.x, event.clientY - start.y) > DRAG_PX
    )
      report({ type: 'alive', source: 'drag', at: clock.now() })
  })
}
