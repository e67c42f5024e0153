import type { Move } from '../../friction/observation.ts'
import type { Sensor } from './sensor.ts'

/** The pointer is looked at this often, in ms (Splunk). */
const EVERY_MS = 16
/** Its way is told in parts of this length, in ms. */
const PART_MS = 200

/** Reports which way the pointer goes. Only where a policy wants shaken pointers told. */
export function sensePointer({ guard, report, signal, view }: Sensor) {
  let way: Move[] = []
  let [beganAt, lookedAt] = [0, Number.NEGATIVE_INFINITY]

  // With a listener of its own, as nothing comes as often.
  const moved = guard((event: PointerEvent) => {
    const at = event.timeStamp
    if (at - lookedAt < EVERY_MS || event.buttons !== 0 || !event.isTrusted) return
    lookedAt = at
    if (way.length === 0) beganAt = at
    way.push({ at, x: event.clientX, y: event.clientY })
    if (at - beganAt < PART_MS) return
    report({ type: 'moved', at, way })
    way = []
  })
  view.addEventListener('pointermove', moved, { capture: true, passive: true, signal })
}
