import type { Sensor } from './sensor.ts'

/** The pointer is looked at this often, in ms (Splunk). */
const EVERY_MS = 16

/** Reports where the pointer is. Only where a policy wants shaken pointers told. */
export function sensePointer(sensor: Sensor) {
  let toldAt = Number.NEGATIVE_INFINITY
  sensor.ears.notice(['pointermove'], ({ buttons, clientX: x, clientY: y, timeStamp: at }) => {
    if (buttons !== 0 || at - toldAt < EVERY_MS) return
    toldAt = at
    sensor.report({ type: 'moved', at, x, y })
  })
}
