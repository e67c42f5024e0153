import type { Alive, LifeSource } from './observation.ts'

/** A press with no life for this long is dead, in ms (friction-signals.md §2; Sentry, Amplitude). */
export const ALIVE_WINDOW_MS = 3000
/** An answer after that, and up to this time, is a slow one, in ms (§2, slow_click; Sentry). */
export const SLOW_WINDOW_MS = 7000
/** Presses on a disabled control this close together are one episode, in ms (§2, disabled_click). */
export const DISABLED_WINDOW_MS = 5000
/** A scroll answers a press only this soon, in ms (§2; Sentry). */
export const SCROLL_WINDOW_MS = 300
/** A press this near to the window losing or regaining attention says nothing, in ms (§2; PostHog). */
export const BLUR_WINDOW_MS = 1000
/** A failed request belongs to a press it began at most this long after, in ms (§2, error_click). */
export const FAILURE_WINDOW_MS = 2000

/**
 * Whether something that happened shows that the page answered a press made at `pressedAt`. What
 * follows at once does so from when a busy page got round to the press: `heardAt`.
 */
export function provesLife(
  { source, at }: Pick<Alive, 'source' | 'at'>,
  pressedAt: number,
  heardAt = pressedAt,
) {
  const after = at - pressedAt
  if (source === 'blur') return Math.abs(after) <= BLUR_WINDOW_MS
  if (source === 'scroll') return after >= 0 && at - heardAt <= SCROLL_WINDOW_MS
  return after >= 0 && after <= ALIVE_WINDOW_MS
}

const GESTURES: readonly LifeSource[] = ['selection', 'scroll', 'input', 'change', 'drag', 'copy']

/** Whether it shows that quick presses were a gesture of their own: selecting, scrolling, typing. */
export function isGesture(source: LifeSource): boolean {
  return GESTURES.includes(source)
}

/** Whether a request that began at `at` may be of a press made at `pressedAt`. */
export function isCausedBy(pressedAt: number, at: number): boolean {
  return at >= pressedAt && at - pressedAt <= FAILURE_WINDOW_MS
}

/** The press that a request of `at` is of, where it is of any: the last one before it. */
export function latestCause<Press extends { at: number }>(
  presses: readonly Press[],
  at: number,
): Press | undefined {
  const before = presses.filter((press) => isCausedBy(press.at, at))
  return before.toSorted((a, b) => a.at - b.at).at(-1)
}
