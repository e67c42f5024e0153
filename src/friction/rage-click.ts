import type { Episode, JudgedPress } from './episodes.ts'
import { hidesItsAnswer } from './hidden-answer.ts'
import type { PressRule } from './press-rule.ts'

/** Presses that make a burst (friction-signals.md §2; Amplitude, Splunk). */
export const RAGE_PRESSES_MIN = 4
/** … within this sliding time, in ms. */
export const RAGE_WINDOW_MS = 1000
/** … and this distance of the burst's first press, in CSS pixels (§2; PostHog). */
export const RAGE_RADIUS_PX = 30

/** Every run of four presses that are quick and close enough; they may overlap. */
export function findBursts({ presses }: Episode): JudgedPress[][] {
  return presses
    .map((_, at) => presses.slice(at, at + RAGE_PRESSES_MIN))
    .filter((burst) => {
      const [first] = burst
      return (
        first !== undefined &&
        burst.length === RAGE_PRESSES_MIN &&
        burst.every(
          ({ at, x, y }) =>
            at - first.at <= RAGE_WINDOW_MS &&
            Math.hypot(x - first.x, y - first.y) <= RAGE_RADIUS_PX,
        )
      )
    })
}

const cameToNothing = (burst: readonly JudgedPress[]) =>
  burst.every(({ isDisabled }) => isDisabled) ||
  burst.every(({ isAlive }) => !isAlive) ||
  burst.some(({ hasFailed }) => hasFailed)

/**
 * `rage_click`: a burst of presses on one control that is dead, disabled or failed. `multi_click`:
 * a burst that was answered. Neither for gestures and for controls made for quick presses.
 */
export const rageClick: PressRule = (episode) => {
  const { isVoid, isUntellable, traits } = episode
  if (isVoid || isUntellable || traits.isRepeatable || hidesItsAnswer(traits)) return undefined
  const bursts = findBursts(episode)
  if (bursts.length === 0) return undefined
  return bursts.some(cameToNothing) ? 'rage_click' : 'multi_click'
}
