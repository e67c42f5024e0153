import type { CreateDetector } from './detector.ts'
import type { ControlId, FieldEvent } from './observation.ts'

/** A scanner's characters come closer together than this, in ms; people's hardly ever do. */
export const SCAN_GAP_MS = 50
/** Gaps longer than that which tell of a person. */
export const TYPED_GAPS_MIN = 3
/** A pause this long begins another entry, in ms. */
export const ENTRY_PAUSE_MS = 10_000

/** `workaround_step`, of scan fields: one was typed into, as the pace of its inputs tells. */
export const createTypedScan: CreateDetector = (emit) => {
  let entry: { field: ControlId; at: number; last: number; gaps: number } | undefined
  function see({ at, act, field, traits }: FieldEvent) {
    if (!traits.isScan) return
    if (act !== 'typed') {
      entry = undefined
      return
    }
    if (entry?.field !== field || at - entry.last > ENTRY_PAUSE_MS) {
      entry = { field, at, last: at, gaps: 0 }
      return
    }
    if (at - entry.last > SCAN_GAP_MS) entry.gaps += 1
    entry.last = at
    // Only at this very number: one signal an entry.
    if (entry.gaps !== TYPED_GAPS_MIN || entry.last !== at) return
    entry.gaps += 1
    emit({
      ...{ kind: 'workaround_step', at: entry.at, control: field },
      ...{ role: traits.role, outcome: 'typed-scan' },
    })
  }
  return { field: see }
}
