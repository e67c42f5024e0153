import { isHolding } from '../../anchors/dom.ts'
import type { Sensor } from './sensor.ts'
import { roleOf } from './traits.ts'

/** Reports the use of controls that the pack has in a required order on the present screen. */
export function senseRequired({ registry, report, seen }: Sensor) {
  return (element: Element, at: number) => {
    const now = seen()
    if (now === undefined) return
    for (const { id, screen, targets } of now.pack.signals.required) {
      if (screen !== now.screen) continue
      const place = targets.findIndex((target) => {
        const control = now.find(target)
        return control !== undefined && isHolding(control, element)
      })
      if (place < 0) continue
      const control = registry.remember(element)
      const last = targets.length - 1
      report({ type: 'required', at, order: id, place, last, control, role: roleOf(element) })
    }
  }
}
