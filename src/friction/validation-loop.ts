import type { CreateDetector } from './detector.ts'
import type { ControlId, Invalid } from './observation.ts'

/** Refused submits of one field that make a loop (friction-signals.md §2). */
export const LOOP_SUBMITS_MIN = 2
/** … within this time, in ms; also the quiet that ends a loop. */
export const LOOP_WINDOW_MS = 60_000
/** A press on the submit button and the form's own event this close are one submit, in ms. */
export const SUBMIT_MERGE_MS = 500
/** A field refused this long after a submit, at most, was refused by it, in ms: a server's answer. */
export const REFUSAL_WINDOW_MS = 4000

/** `validation_loop`: the same field refused at two submits within a minute; once per loop. */
export const createValidationLoop: CreateDetector = (emit) => {
  const refusals = new Map<ControlId, number[]>()
  let screen: string | undefined
  let submittedAt: number | undefined
  let seenAt = Number.NEGATIVE_INFINITY
  let refusedAt = Number.NEGATIVE_INFINITY
  let isReported = false

  function submit({ at }: { at: number }) {
    if (at - seenAt > SUBMIT_MERGE_MS) submittedAt = at
    seenAt = at
  }

  function refuse({ at, field, role }: Invalid) {
    const submit = submittedAt
    if (submit === undefined || at < submit || at - submit > REFUSAL_WINDOW_MS) return
    if (submit - refusedAt > LOOP_WINDOW_MS) {
      refusals.clear()
      isReported = false
    }
    refusedAt = submit
    const submits = (refusals.get(field) ?? []).filter((time) => submit - time <= LOOP_WINDOW_MS)
    if (!submits.includes(submit)) submits.push(submit)
    refusals.set(field, submits)
    const [first] = submits
    if (isReported || first === undefined || submits.length < LOOP_SUBMITS_MIN) return
    isReported = true
    emit({ kind: 'validation_loop', at: first, screen, control: field, role })
  }

  return {
    submit,
    invalid: refuse,
    screen({ id }) {
      if (id === screen) return
      screen = id
      submittedAt = undefined
      refusals.clear()
      isReported = false
    },
  }
}
