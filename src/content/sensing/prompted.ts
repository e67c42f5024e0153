import { PROMPT_STEP_MS } from '../../friction/prompts.ts'
import type { Sensor } from './sensor.ts'

/** What changes as the pointer or the focus moves, or as something scrolls, changes because of the person. */
const NAMES = ['scroll', 'pointerover', 'focusin', 'wheel']

/**
 * Reports that the person did what may change the page and is no press. It comes often, so it is heard only
 * while changes are looked at.
 */
export function sensePrompted({ guard, report, signal, view }: Sensor) {
  let promptedAt = Number.NEGATIVE_INFINITY
  let isListening = false
  const options = { capture: true, passive: true }

  const heard = guard(({ isTrusted, timeStamp: at }: Event) => {
    if (!isTrusted || at - promptedAt < PROMPT_STEP_MS) return
    promptedAt = at
    report({ type: 'prompt', at })
  })
  function rest() {
    if (!isListening) return
    isListening = false
    for (const name of NAMES) view.removeEventListener(name, heard, options)
  }
  signal.addEventListener('abort', rest)

  return {
    listen() {
      if (isListening || signal.aborted) return
      isListening = true
      for (const name of NAMES) view.addEventListener(name, heard, options)
    },
    rest,
  }
}

export type PromptSense = ReturnType<typeof sensePrompted>
