import type { TranscriptionOutcome } from '../vocabulary/signal-outcomes.ts'
import type { CreateDetector } from './detector.ts'
import type { ControlId, FieldEvent } from './observation.ts'

/** The tab is left within this time of the copying, in ms. */
export const COPY_WINDOW_MS = 5 * 60_000
/** Shorter than this is a glance, in ms: nothing is written down meanwhile. */
export const AWAY_MIN_MS = 3000
/** What is entered belongs to the return for this long, in ms. */
export const RETURN_ENTRY_MS = 30_000
/** Inputs in one field that are typing, and no slip of a key. */
export const RETYPED_INPUTS_MIN = 5

/**
 * `shadow_transcription`: something was copied, the tab was away, and on return something was pasted
 * or typed into a field. Kinds of events only: neither what was copied nor what was entered is read.
 */
export const createShadowTranscription: CreateDetector = (emit) => {
  let copiedAt: number | undefined
  let awayAt: number | undefined
  let backAt: number | undefined
  const typed = new Map<ControlId, number>()

  function forget() {
    copiedAt = awayAt = backAt = undefined
    typed.clear()
  }

  function enter(outcome: TranscriptionOutcome, { field, traits }: FieldEvent, at: number) {
    forget()
    emit({ kind: 'shadow_transcription', at, control: field, role: traits.role, outcome })
  }

  function enterInto(fact: FieldEvent) {
    if (copiedAt === undefined || backAt === undefined || fact.traits.isSearch) return
    if (fact.at - backAt > RETURN_ENTRY_MS) return forget()
    if (fact.act === 'pasted') return enter('pasted', fact, copiedAt)
    if (fact.act !== 'typed') return
    const inputs = (typed.get(fact.field) ?? 0) + 1
    typed.set(fact.field, inputs)
    if (inputs >= RETYPED_INPUTS_MIN) enter('retyped', fact, copiedAt)
  }

  return {
    copy({ at }) {
      forget()
      copiedAt = at
    },
    away({ at }) {
      if (copiedAt !== undefined && at - copiedAt > COPY_WINDOW_MS) forget()
      awayAt = at
      backAt = undefined
      typed.clear()
    },
    back({ at }) {
      const isLong = awayAt !== undefined && at - awayAt >= AWAY_MIN_MS
      if (copiedAt !== undefined && isLong) backAt = at
    },
    field: enterInto,
  }
}
