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

  return {
    away({ at }) {
      awaySince ??= at
    },
    back({ at }) {
      if (entered !== undefined && awaySince !== undefined)
        entered.away += at - Math.max(awaySince, entered.at)
      awaySince = undefined
    },
    screen() {
      entered = undefined
    },
    field(fact) {
      const { act, at, field, isChosen, traits } = fact
      if (act === 'entered') {
        const isTyped = !traits.isChoice && !traits.isSelect
        if (entered?.field === field) return
        entered = isTyped && isChosen ? { field, at, away: 0 } : undefined
      } else if (act !== 'left') answer(fact)
      // A window that loses the focus takes it from the field, and gives it back.
      else if (awaySince === undefined) entered = undefined
    },
  }
}
