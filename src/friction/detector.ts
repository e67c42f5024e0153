import type { EventKind } from '../vocabulary/dictionary.ts'
import type { ElementRole } from '../vocabulary/element-roles.ts'
import type { Episode } from './episodes.ts'
import type { ControlId, Observation } from './observation.ts'

/** The kinds that the detectors tell of: what happened to a person on a screen, or in a task. */
export type SignalKind = Exclude<
  EventKind,
  | 'visit'
  | 'report'
  | 'walkthrough'
  | 'step'
  | 'survey'
  | 'target-missing'
  | 'target-ambiguous'
  | 'lost'
>

/** One detected event: what the caller turns into a signal of the vocabulary. */
export interface Detection {
  kind: SignalKind
  /** When the episode began, in milliseconds of the observations' clock. */
  at: number
  /** Left out: the screen that shows. */
  screen?: string | undefined
  control?: ControlId
  role?: ElementRole
  /** Of the pack, where the control itself may be gone by now. */
  target?: string | undefined
  /** One of the dictionary's. */
  outcome?: string
  /** An id of the pack. */
  task?: string
}

export type Emit = (detection: Detection) => void

/** What a detector is told: each observation, and each episode of presses once it is judged. */
export type Fact = Observation | Episode

/** What a detector hears of, and what it makes of each. */
export type Detector = {
  readonly [Type in Fact['type']]?: (fact: Extract<Fact, { type: Type }>) => void
}

/** A detector: facts in, detections out. It holds no timer and reads no clock. */
export type CreateDetector = (emit: Emit) => Detector
