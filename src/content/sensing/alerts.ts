import { elementCounter, isHolding, isOnPage, isRendered, queryAll } from '../../anchors/dom.ts'
import type { Seen } from './seen.ts'
import type { Sensor } from './sensor.ts'

const ALERTS = '[role~="alertdialog"]'

interface Open {
  id: number
  target: string | undefined
  /** When something in it was pressed, by pointer or keys. */
  pressedAt: number | undefined
}

/** Alert dialogs are searched for when the page has another number of elements, and else at every so manieth look. */
const SEARCH_EVERY = 15

/** Reports alerts as they come and go: alert dialogs, and what the pack says is an alert. */
export function senseAlerts(sensor: Sensor) {
  const { clock, isOwn, registry, report } = sensor
  const open = new Map<Element, Open>()

  const countElements = elementCounter(sensor.view.document)
  let elements = -1
  let searchIn = 0
  let dialogs: Element[] = []

  function search({ roots }: Seen) {
    const now = countElements() + roots.length
    searchIn -= 1
    if (now === elements && searchIn > 0 && dialogs.every(isOnPage)) return
    elements = now
    searchIn = SEARCH_EVERY
    dialogs = roots.flatMap((root) => queryAll(root, ALERTS))
  }

  /** Those that show, with their ids in the pack where that names them. */
  function alertsOf({ pack, find }: Seen): Map<Element, string | undefined> {
    const all = new Map<Element, string | undefined>()
    for (const dialog of dialogs) all.set(dialog, undefined)
    for (const target of pack.signals.alerts) {
      const alert = find(target)
      if (alert) all.set(alert, target)
    }
    for (const alert of all.keys()) if (!isRendered(alert) || isOwn(alert)) all.delete(alert)
    return all
  }

  // A press by Enter or the space bar is a click as well.
  sensor.ears.listen(['click'], (_, [pressed]) => {
    if (pressed === undefined) return
    for (const [alert, state] of open) if (isHolding(alert, pressed)) state.pressedAt = clock.now()
  })

  return {
    look(seen: Seen) {
      search(seen)
      if (dialogs.length + seen.pack.signals.alerts.length + open.size === 0) return
      const now = alertsOf(seen)
      const at = clock.now()
      const gone = [...open].filter(([alert]) => !now.has(alert))
      const come = [...now].filter(([alert]) => !open.has(alert))
      for (const [alert] of gone) open.delete(alert)
      // One that is drawn anew is the same alert.
      for (const [alert] of come.splice(0, gone.length)) {
        const [, state] = gone.shift() ?? []
        if (state) open.set(alert, state)
      }
      for (const [, { id, target, pressedAt }] of gone)
        report({
          ...{ type: 'alert', at: pressedAt ?? at, alert: id, target },
          ...{ isOpen: false, isByPerson: pressedAt !== undefined },
        })
      for (const [alert, target] of come) {
        const id = registry.remember(alert)
        open.set(alert, { id, target, pressedAt: undefined })
        report({ type: 'alert', at, alert: id, isOpen: true, isByPerson: false })
      }
    },
  }
}
