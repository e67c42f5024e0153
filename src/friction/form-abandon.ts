import type { CreateDetector } from './detector.ts'
import { isCausedBy } from './liveness.ts'
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

  function judge({ at: now }: { at: number }) {
    for (const [screen, { editedAt, leftAt = now }] of forms) {
      if (now - leftAt <= RETURN_WINDOW_MS) continue
      forms.delete(screen)
      emit({ kind: 'form_abandon', at: editedAt, screen })
    }
  }

  function save(fact: { at: number }) {
    judge(fact)
    saved(fact.at, true)
  }

  return {
    away: judge,
    back: judge,
    save,
    submit: save,
    alive({ at, source }) {
      if (source === 'resource') saved(at, false)
    },
    press(fact) {
      judge(fact)
      const { isLink, role } = fact.traits
      if (isLink || role === 'tab' || role === 'menuitem') linkAt = fact.at
    },
    field({ act, at, traits }) {
      const isEntry = act === 'typed' || act === 'pasted' || act === 'changed'
      const screen = place.top()
      if (isEntry && !traits.isSearch && screen !== undefined) forms.set(screen, { editedAt: at })
    },
    screen(fact) {
      judge(fact)
      for (const left of place.leaves(fact)) {
        const form = forms.get(left)
        if (form) form.leftAt ??= fact.at
      }
      const back = forms.get(fact.id ?? '')
      if (back) delete back.leftAt
    },
  }
}
