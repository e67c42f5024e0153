import type { CreateDetector } from './detector.ts'
import { isCausedBy } from './liveness.ts'
import type { Observation } from './observation.ts'
import { createPlace } from './place.ts'

/** Who has not come back for so long has left the form, in ms (friction-signals.md §2). */
export const RETURN_WINDOW_MS = 30 * 60_000
/** A request that begins this soon after the screen is left may still be the saving of it, in ms. */
export const SAVE_LAG_MS = 2000

interface Form {
  editedAt: number
  leftAt?: number
}

/**
 * `form_abandon`: something was entered, the screen was left without saving, and nobody came back
 * for half an hour. Any request after the last entry may have saved it, unless a link was pressed
 * for it. Told when something is seen after that time, as there is no hurry.
 */
export const createFormAbandon: CreateDetector = (emit) => {
  const place = createPlace()
  const forms = new Map<string, Form>()
  let linkAt = Number.NEGATIVE_INFINITY

  function saved(at: number, isCertain: boolean) {
    for (const [screen, { editedAt, leftAt = Number.POSITIVE_INFINITY }] of forms)
      if (at >= editedAt && at <= leftAt + SAVE_LAG_MS)
        if (isCertain || !isCausedBy(linkAt, at)) forms.delete(screen)
  }

  function judge(now: number) {
    for (const [screen, { editedAt, leftAt = now }] of forms) {
      if (now - leftAt <= RETURN_WINDOW_MS) continue
      forms.delete(screen)
      emit({ kind: 'form_abandon', at: editedAt, screen })
    }
  }

  function see(fact: Observation) {
    if (fact.type === 'save' || fact.type === 'submit') saved(fact.at, true)
    else if (fact.type === 'alive' && fact.source === 'resource') saved(fact.at, false)
    else if (fact.type === 'press') {
      const { isLink, role } = fact.traits
      if (isLink || role === 'tab' || role === 'menuitem') linkAt = fact.at
    } else if (fact.type === 'field') {
      const isEntry = fact.act === 'typed' || fact.act === 'pasted' || fact.act === 'changed'
      const screen = place.top()
      if (isEntry && !fact.traits.isSearch && screen !== undefined)
        forms.set(screen, { editedAt: fact.at })
    } else if (fact.type === 'screen') {
      for (const left of place.leaves(fact)) {
        const form = forms.get(left)
        if (form) form.leftAt ??= fact.at
      }
      const back = forms.get(fact.id ?? '')
      if (back) delete back.leftAt
    }
  }

  return (fact) => {
    if (fact.type === 'episode') return
    judge(fact.at)
    see(fact)
  }
}
