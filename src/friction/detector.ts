import type { EventKind } from '../vocabulary/dictionary.ts'
import type { ElementRole } from '../vocabulary/element-roles.ts'
import type { Episode } from './episodes.ts'
import type { ControlId, Observation } from './observation.ts'

/** One detected event: what the caller turns into a signal of the vocabulary. */
export interface Detection {
  kind: Extract<
    EventKind,
    'rage_click' | 'multi_click' | 'dead_click' | 'validation_loop' | 'u_turn'
  >
  /** When the episode began, in milliseconds of the observations' clock. */
  at: number
  screen?: string | undefined
  control?: ControlId
  role?: ElementRole
}

export type Emit = (detection: Detection) => void

/** What a detector is told: each observation, and each episode of presses once it is judged. */
export type Fact = Observation | Episode

/** A detector: facts in, detections out. It holds no timer and reads no clock. */
export type CreateDetector = (emit: Emit) => (fact: Fact) => void
