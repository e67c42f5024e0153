import type { Detection } from '../detector.ts'
import { createDetectors } from '../detectors.ts'
import type { ControlTraits, LifeSource, Observation, RegionId } from '../observation.ts'

/** A plain, working button. */
export const BUTTON: ControlTraits = {
  isInteractive: true,
  isDisabled: false,
  isLink: false,
  isDownload: false,
  isSelect: false,
  isTextField: false,
  isFileInput: false,
  isContentEditable: false,
  isCanvas: false,
  isMedia: false,
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

export const did = (
  type: 'request-failed' | 'prompt' | 'edit' | 'copy' | 'save' | 'submit',
  at: number,
): Observation => ({ type, at })

/**
 * Plays observations in the order of time, with a tick whenever a judgement is due, and tells what
 * was detected.
 */
export function play(...observations: Observation[]): Detection[] {
  const detections: Detection[] = []
  const detectors = createDetectors((detection) => detections.push(detection))
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

export const kinds = (...observations: Observation[]) =>
  play(...observations).map(({ kind }) => kind)
