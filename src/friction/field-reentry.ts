import type { CreateDetector } from './detector.ts'
import type { ControlId, FieldEvent } from './observation.ts'
import { createPlace } from './place.ts'

/** Amendments of one field that make a signal (friction-signals.md §2; Matomo). */
export const REENTRY_AMENDMENTS_MIN = 3

interface Entry {
  screen: string | undefined
  /** Times that it was changed and left. */
  rounds: number
  isChanged: boolean
  isTold: boolean
  at: number
}

/**
 * `field_reentry`: one field changed, left and changed again three times in a visit; once per field.
 * What is saved in between begins anew: the next record takes the same fields.
 */
export const createFieldReentry: CreateDetector = (emit) => {
  const place = createPlace()
  const entries = new Map<ControlId, Entry>()

  function change({ at, field, traits }: FieldEvent) {
    const entry = entries.get(field) ?? {
      ...{ screen: place.top(), at, rounds: 0 },
      ...{ isChanged: false, isTold: false },
    }
    entries.set(field, entry)
    if (entry.isChanged) return
    entry.isChanged = true
    entry.rounds += 1
    if (entry.isTold || entry.rounds - 1 < REENTRY_AMENDMENTS_MIN) return
    entry.isTold = true
    emit({ kind: 'field_reentry', at: entry.at, control: field, role: traits.role })
  }

  const forget = () => entries.clear()
  return {
    screen(fact) {
      const left = place.leaves(fact)
      for (const [id, { screen = '' }] of entries) if (left.includes(screen)) entries.delete(id)
    },
    save: forget,
    submit: forget,
    field(fact) {
      const { isChoice, isScan, isSearch } = fact.traits
      if (isChoice || isScan || isSearch || fact.act === 'entered') return
      if (fact.act !== 'left') return change(fact)
      const entry = entries.get(fact.field)
      if (entry) entry.isChanged = false
    },
  }
}
