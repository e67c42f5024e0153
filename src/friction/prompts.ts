import type { Observation } from './observation.ts'

/** What follows something that the person did within this time is prompted by it, in ms. */
export const PROMPT_WINDOW_MS = 1000
/** Prompts closer together than this are one, in ms: a moving pointer has hundreds. */
export const PROMPT_STEP_MS = 100
/** How long one lasts, in ms, as the last of several that are one is not kept. */
export const PROMPTED_MS = PROMPT_WINDOW_MS + PROMPT_STEP_MS
/** More than somebody makes until a request of a minute is answered. */
const PROMPTS_MAX = 2000

const PROMPTS: ReadonlySet<string> = new Set(['press', 'prompt', 'edit', 'submit', 'screen'])

/**
 * When the person did something that may change the page. Changes and requests are told of later than they
 * happen, so more than the last time is kept.
 */
export function createPrompts() {
  let times: number[] = []
  return {
    /** From when on nothing is prompted by what is known to have been done. */
    overAt: () => (times.at(-1) ?? Number.NEGATIVE_INFINITY) + PROMPTED_MS,
    observe({ type, at }: Observation) {
      if (!PROMPTS.has(type)) return
      const last = times.at(-1) ?? Number.NEGATIVE_INFINITY
      if (type === 'prompt' && at - last < PROMPT_STEP_MS) return
      times.push(at)
      if (times.length > PROMPTS_MAX) times = times.slice(-PROMPTS_MAX / 2)
    },
    /** Whether something was done at most `PROMPT_WINDOW_MS` before this time. */
    hadBefore(at: number): boolean {
      for (let index = times.length - 1; index >= 0; index--) {
        const time = times[index] as number
        if (at - time > PROMPTED_MS) return false
        if (time <= at) return true
      }
      return false
    },
  }
}

export type Prompts = ReturnType<typeof createPrompts>
