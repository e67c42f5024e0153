import type { CreateDetector } from './detector.ts'
import type { AlertSeen, ControlId } from './observation.ts'

/** An alert that is closed sooner than this was not read, in ms (Elias 2019). */
export const REFLEX_MS = 3000
/** One that is gone sooner than this nobody has seen, in ms. */
export const ALERT_SEEN_MS = 150

/** `reflex_alert_dismissal`: an alert that somebody closed within three seconds of its coming. */
export const createReflexAlertDismissal: CreateDetector = (emit) => {
  const open = new Map<ControlId, number>()
  function see({ at, alert, isOpen, isByPerson, target }: AlertSeen) {
    if (isOpen) {
      if (!open.has(alert)) open.set(alert, at)
      return
    }
    const since = open.get(alert)
    open.delete(alert)
    if (since === undefined || !isByPerson) return
    if (at - since < ALERT_SEEN_MS || at - since >= REFLEX_MS) return
    emit({
      kind: 'reflex_alert_dismissal',
      at: since,
      control: alert,
      ...(target ? { target } : {}),
    })
  }
  return { alert: see }
}
