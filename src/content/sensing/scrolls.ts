import { scrollOf } from '../../anchors/dom.ts'
import { isElement, type Sensor } from './sensor.ts'

/** A scroll this long after the wheel or a finger moved is the person's, in ms. */
export const BY_PERSON_MS = 1000
/** Wheels and fingers tell of themselves a hundred times a second: they are heard again after this time, in ms. */
const AGAIN_MS = BY_PERSON_MS / 2
/** Where it stands is looked at this often, in ms. */
const EVERY_MS = 200

/** Reports how far somebody scrolls up or down, in screenfuls of what scrolls. */
export function senseScrolls(sensor: Sensor) {
  const { ears, report, view } = sensor
  const tops = new WeakMap<Element, number>()
  let movedAt = Number.NEGATIVE_INFINITY
  let lookedAt = Number.NEGATIVE_INFINITY

  const byPerson = ears.atTimes(['wheel', 'touchmove'], ({ timeStamp }) => {
    movedAt = timeStamp
    byPerson.rest()
  })
  byPerson.listen()

  ears.notice(['scroll'], ({ target, timeStamp: at }) => {
    if (at - movedAt > AGAIN_MS) byPerson.listen()
    if (at - movedAt > BY_PERSON_MS || at - lookedAt < EVERY_MS) return
    lookedAt = at
    const scroller = isElement(target) ? target : view.document.scrollingElement
    if (scroller === null) return
    const { top, height } = scrollOf(scroller)
    const before = tops.get(scroller)
    tops.set(scroller, top)
    if (before !== undefined && before !== top && height > 0)
      report({ type: 'scrolled', at, by: (top - before) / height })
  })
}
