import type { LateOutcome } from '../vocabulary/signal-outcomes.ts'
import type { CreateDetector } from './detector.ts'
import type { TimeEntered } from './observation.ts'

const STEPS: readonly [belowMs: number, outcome: LateOutcome][] = [
  [15 * 60_000, 'under-15-min'],
  [60 * 60_000, 'under-1-h'],
  [4 * 60 * 60_000, 'under-4-h'],
]
/** A clock that was read this long ago is now, in ms: fields hold minutes. */
export const LATE_MIN_MS = 60_000

/** How far back a moment lies, in steps; nothing where it is now, or ahead. Both in ms since 1970. */
export function lagOf(entered: number, now: number): LateOutcome | undefined {
  const lag = now - entered
  if (!(lag > LATE_MIN_MS)) return undefined
  return STEPS.find(([below]) => lag < below)?.[1] ?? 'over-4-h'
}

/** `late_entry`: a time field is left with a time before now. What it holds in the end counts, once. */
export const createLateEntry: CreateDetector = (emit) => {
  const entered = new Map<number, TimeEntered>()

  function tell(entry: TimeEntered | undefined) {
    if (entry === undefined) return
    entered.delete(entry.field)
    const { at, field, role, lag } = entry
    if (lag !== undefined) emit({ kind: 'late_entry', at, control: field, role, outcome: lag })
  }

  return {
    'time-entered'(fact) {
      entered.set(fact.field, fact)
    },
    field({ act, field }) {
      if (act === 'left') tell(entered.get(field))
    },
    submit() {
      for (const entry of [...entered.values()]) tell(entry)
    },
    screen: () => entered.clear(),
  }
}
