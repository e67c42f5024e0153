import { isHolding, isMatch } from '../../anchors/dom.ts'
import { lagOf } from '../../friction/late-entry.ts'
import type { Sensor } from './sensor.ts'
import { roleOf } from './traits.ts'

const TIMES = 'input[type=time],input[type=datetime-local]'
/** As the input counts it, in ms; the prototype's own, which a page's names can't hide. */
const timeOf = (field: Element): number =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'valueAsNumber')?.get?.call(field) ??
  Number.NaN
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/**
 * Reports how far back a time lies that was set in a field which the pack names, in four steps. The one
 * place of sensing that reads what a field holds, and only where a policy or the pack says so: the
 * time is compared with the clock, and goes nowhere.
 */
export function senseTimes(sensor: Sensor, wallClock: () => Date) {
  const { clock, registry, report, seen } = sensor
  sensor.ears.listen(['change'], (_, path) => {
    const field = path.find((element) => isMatch(element, TIMES))
    const now = seen()
    if (field === undefined || now === undefined) return
    const isNamed = now.pack.signals.times.some((target) => {
      const holder = now.find(target)
      return holder !== undefined && isHolding(holder, field)
    })
    if (!isNamed) return
    const date = wallClock()
    // Fields hold the time that a clock on the wall shows, as if it were UTC.
    const wall = date.getTime() - date.getTimezoneOffset() * MINUTE_MS
    const isTimeOnly = isMatch(field, '[type=time]')
    report({
      ...{ type: 'time-entered', at: clock.now(), field: registry.remember(field) },
      ...{
        role: roleOf(field),
        lag: lagOf(timeOf(field), isTimeOnly ? wall % DAY_MS : wall),
      },
    })
  })
}
