import { PROMPT_STEP_MS } from '../../friction/prompts.ts'
import type { Sensor } from './sensor.ts'

/** What changes as the pointer or the focus moves, or as something scrolls, changes because of the person. */
const NAMES = ['scroll', 'pointerover', 'focusin', 'wheel'] as const

/**
 * Reports that the person did what may change the page and is no press. It comes often, so it is heard only
 * while changes are looked at.
 */
export function sensePrompted({ ears, report }: Sensor) {
  let promptedAt = Number.NEGATIVE_INFINITY
  return ears.atTimes(NAMES, ({ timeStamp: at }) => {
    if (at - promptedAt < PROMPT_STEP_MS) return
    promptedAt = at
    report({ type: 'prompt', at })
  })
}

export type PromptSense = ReturnType<typeof sensePrompted>
