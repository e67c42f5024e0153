import {
  closestAcross,
  holdsMatch,
  isHolding,
  isMatch,
  isOnPage,
  queryAll,
} from '../../anchors/dom.ts'
import { REFUSAL_WINDOW_MS } from '../../friction/validation-loop.ts'
import { INVALID_ATTRIBUTES } from './mutations.ts'
import { isElement, type Sensor } from './sensor.ts'
import { roleOf } from './traits.ts'

/**
 * Which fields a form still marks as refused is looked at this long after a submit, in ms: time
 * for an app to take the marks off.
 */
export const MARKS_LOOK_MS = 1000
/** Fields reported of one submit, at most. */
const FIELDS_MAX = 20
const MARKED = INVALID_ATTRIBUTES.map((name) => `[${name}=true]`).join()

/** The form that an element submits when it is pressed. */
function submittedBy([innermost]: readonly Element[]): HTMLFormElement | undefined {
  const button = (innermost && closestAcross(innermost, 'button,input')) as
    | HTMLButtonElement
    | undefined
  return button !== undefined && /^(submit|image)$/.test(button.type)
    ? (button.form ?? undefined)
    : undefined
}

/**
 * Reports attempts to submit and the fields refused by them: natively (`invalid` events), and by
 * apps that check for themselves, which mark the field (`aria-invalid`, `data-invalid`). A mark
 * that stays through a second submit changes nothing on the page, so the marks are looked at a
 * while after each submit; marks that come later, with a server's answer, are seen as they come.
 */
export function senseSubmits(sensor: Sensor) {
  const { clock, guard, registry, report } = sensor
  let pending: { form: HTMLFormElement; cancel: () => void } | undefined
  let lastForm: HTMLFormElement | undefined
  let attemptedAt = Number.NEGATIVE_INFINITY

  const refuse = (field: Element, at = clock.now()) =>
    report({ type: 'invalid', at, field: registry.remember(field), role: roleOf(field) })

  function look() {
    const form = pending?.form
    pending?.cancel()
    pending = undefined
    if (form === undefined || !isOnPage(form)) return
    // A wrapper may carry the mark of the field inside it.
    const fields = queryAll(form, MARKED).filter((field) => !holdsMatch(field, MARKED))
    for (const field of fields.slice(0, FIELDS_MAX)) refuse(field)
  }

  function attempt(form: HTMLFormElement) {
    look()
    attemptedAt = clock.now()
    report({ type: 'submit', at: attemptedAt })
    lastForm = form
    pending = { form, cancel: clock.after(MARKS_LOOK_MS, guard(look)) }
  }

  // Enter in a field also clicks the submit button, in the browser's own name.
  sensor.ears.listen(['click'], (_, path) => {
    const form = submittedBy(path)
    if (form !== undefined) attempt(form)
  })
  sensor.ears.listen(['submit'], ({ target }) => {
    if (!isElement(target)) return
    report({ type: 'save', at: clock.now() })
    if (pending?.form !== target) attempt(target as HTMLFormElement)
  })
  sensor.ears.listen(['invalid'], (_, [field]) => {
    report({ type: 'alive', source: 'invalid', at: clock.now() })
    if (field !== undefined) refuse(field)
  })

  return {
    /** Whether marks that change now may be a server's answer. */
    isWatching: (at: number) => at - attemptedAt <= REFUSAL_WINDOW_MS,
    /** A field's mark changed: it counts where it is set, once the marks have been looked at. */
    marked(field: Element, at: number) {
      if (pending !== undefined || lastForm === undefined || !isHolding(lastForm, field)) return
      if (isMatch(field, MARKED) && !holdsMatch(field, MARKED)) refuse(field, at)
    },
  }
}
