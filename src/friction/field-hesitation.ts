import type { CreateDetector } from './detector.ts'
import { createLearned } from './learned.ts'
import type { ControlId, FieldEvent } from './observation.ts'

/** Shorter than this is no hesitation at any field, in ms (friction-signals.md §2). */
export const HESITATION_MIN_MS = 8000
/** Longer than this nobody hesitates: they have gone away, in ms. */
export const HESITATION_MAX_MS = 10 * 60_000

/**
 * `field_hesitation`: from entering a field to the first input in it more than 8 s, and more than 95
 * of 100 times at that field; time in another tab or window is taken off.
 */
export const createFieldHesitation: CreateDetector = (emit) => {
  const usual = createLearned<ControlId>()
  let entered: { field: ControlId; at: number; away: number } | undefined
  let awaySince: number | undefined

  function answer({ at, field, traits }: FieldEvent) {
    const from = entered
    if (from === undefined || from.field !== field) return
    entered = undefined
    const waited = at - from.at - from.away
    const limit = Math.max(HESITATION_MIN_MS, usual.p95(field))
    usual.add(field, waited)
    if (waited <= limit || waited > HESITATION_MAX_MS) return
    emit({ kind: 'field_hesitation', at: from.at, control: field, role: traits.role })
  }

  return (fact) => {
    if (fact.type === 'away') awaySince ??= fact.at
    else if (fact.type === 'back') {
      if (entered !== undefined && awaySince !== undefined)
        entered.away += fact.at - Math.max(awaySince, entered.at)
      awaySince = undefined
    } else if (fact.type === 'screen') entered = undefined
    else if (fact.type === 'field') {
      const { isChoice, isSelect } = fact.traits
      if (fact.act === 'entered') {
        const isTyped = !isChoice && !isSelect
        if (entered?.field === fact.field) return
        entered = isTyped && fact.isChosen ? { field: fact.field, at: fact.at, away: 0 } : undefined
      } else if (fact.act !== 'left') answer(fact)
      // A window that loses the focus takes it from the field, and gives it back.
      else if (awaySince === undefined) entered = undefined
    }
  }
}
