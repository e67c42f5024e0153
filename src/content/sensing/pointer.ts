import type { Moved } from '../../friction/observation.ts'
import type { Sensor } from './sensor.ts'

/** The pointer is looked at this often, in ms (Splunk). */
const EVERY_MS = 16
/** Its way is told in parts of this length, in ms. */
const PART_MS = 200

/** Reports where the pointer is. Only where a policy wants shaken pointers told. */
export function sensePointer({ ears, report }: Sensor) {
  let part: Moved[] = []
  let [beganAt, lookedAt] = [0, Number.NEGATIVE_INFINITY]

  ears.notice(['pointermove'], (event) => {
    const at = event.timeStamp
    if (event.buttons !== 0 || at - lookedAt < EVERY_MS) return
    lookedAt = at
    if (part.length === 0) beganAt = at
    part.push({ type: 'moved', at, x: event.clientX, y: event.clientY })
    if (at - beganAt < PART_MS) return
    for (const moved of part) report(moved)
    part = []
  })
}
