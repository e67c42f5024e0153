import type { Move } from '../../friction/observation.ts'
import type { Sensor } from './sensor.ts'

/** The pointer is looked at this often, in ms (Splunk). */
const EVERY_MS = 16
/** Its way is told in parts of this length, in ms. */
const PART_MS = 200

/** Reports which way the pointer goes. Only where a policy wants shaken pointers told. */
export function sensePointer({ ears, report }: Sensor) {
  let way: Move[] = []
  let [beganAt, lookedAt] = [0, Number.NEGATIVE_INFINITY]

  const moves = ears.atTimes(['pointermove'], (event) => {
    const { buttons, clientX: x, clientY: y, timeStamp: at } = event
    if (at - lookedAt < EVERY_MS || buttons !== 0) return
    lookedAt = at
    if (way.length === 0) beganAt = at
    way.push({ at, x, y })
    if (at - beganAt < PART_MS) return
    report({ type: 'moved', at, way })
    way = []
  })
  moves.listen()
}
