import { OPT_IN_KINDS } from '../../vocabulary/dictionary.ts'
import type { Detection } from '../detector.ts'
import { createDetectors } from '../detectors.ts'
import type {
  ControlTraits,
  FieldEvent,
  FieldTraits,
  LifeSource,
  Observation,
  RegionId,
} from '../observation.ts'

/** A plain, working button. */
export const BUTTON: ControlTraits = {
  isInteractive: true,
  isDisabled: false,
  isLink: false,
  isLeaving: false,
  isDownload: false,
  isSelect: false,
  isTextField: false,
  isFileInput: false,
  isContentEditable: false,
  isCanvas: false,
  isMedia: false,
  isStepper: false,
  isCurrent: false,
  isRepeatable: false,
  role: 'button',
}

/** The region that the pressed control of a story stands in. */
export const CONTROL_REGION = 900

interface PressOptions {
  control?: number
  x?: number
  y?: number
}

export const press = (
  at: number,
  traits: Partial<ControlTraits> = {},
  { control = 1, x = 10, y = 10 }: PressOptions = {},
): Observation => ({
  type: 'press',
  at,
  x,
  y,
  control,
  traits: { ...BUTTON, ...traits },
  regions: [CONTROL_REGION],
})

/** Four presses, 200 ms apart. */
export const burst = (at: number, traits: Partial<ControlTraits> = {}, options?: PressOptions) =>
  [0, 200, 400, 600].map((after) => press(at + after, traits, options))

export const life = (at: number, source: LifeSource, ...regions: RegionId[]): Observation => ({
  type: 'alive',
  at,
  source,
  ...(regions.length > 0 ? { regions } : {}),
})

/** A region that changes by itself once a second. */
export const ticking = (from: number, to: number, region: RegionId): Observation[] =>
  Array.from({ length: Math.floor((to - from) / 1000) + 1 }, (_, second) =>
    life(from + second * 1000, 'mutation', region),
  )

export const screen = (at: number, id: string | undefined, isDialog = false): Observation => ({
  type: 'screen',
  at,
  id,
  isDialog,
})

export const invalid = (at: number, field: number): Observation => ({
  type: 'invalid',
  at,
  field,
  role: 'textbox',
})

/** A text field of the app, of no particular kind. */
export const TEXT_FIELD: FieldTraits = {
  isSearch: false,
  isChoice: false,
  isSelect: false,
  isNote: false,
  isScan: false,
  role: 'textbox',
}

/** What happens to a field. Somebody who enters it has chosen to. */
export const field = (
  at: number,
  act: FieldEvent['act'],
  traits: Partial<FieldTraits> = {},
  id = 5,
): FieldEvent => ({
  type: 'field',
  at,
  act,
  field: id,
  traits: { ...TEXT_FIELD, ...traits },
  ...(act === 'entered' ? { isChosen: true } : {}),
})

/** What a poll asks, and what anything else does. */
export const [POLL, SAVE] = [-1, -2]

export const polling = (from: number, to: number, every: number): Observation[] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, call) =>
    life(from + call * every, 'resource', POLL),
  )

export const failed = (at: number, region = SAVE): Observation => ({
  type: 'request-failed',
  at,
  regions: [region],
})

export const did = (
  type: 'prompt' | 'edit' | 'copy' | 'save' | 'submit' | 'away' | 'back',
  at: number,
): Observation => ({ type, at })

/**
 * Plays observations in the order of time, with a tick whenever a judgement is due, and tells what
 * was detected, denominators among it. What is off by itself is on here.
 */
export function playAll(...observations: Observation[]): Detection[] {
  const detections: Detection[] = []
  const detectors = createDetectors((detection) => detections.push(detection), OPT_IN_KINDS)
  const tickBefore = (at: number) => {
    for (let due = detectors.dueAt(); due !== undefined && due < at; due = detectors.dueAt())
      detectors.observe({ type: 'tick', at: due + 1 })
  }
  for (const observation of observations.toSorted((a, b) => a.at - b.at)) {
    tickBefore(observation.at)
    detectors.observe(observation)
  }
  tickBefore(Number.POSITIVE_INFINITY)
  return detections
}

/** The same, without the denominators. */
export const play = (...observations: Observation[]) =>
  playAll(...observations).filter(({ kind }) => kind !== 'press' && kind !== 'task')

export const kinds = (...observations: Observation[]) =>
  play(...observations).map(({ kind }) => kind)
