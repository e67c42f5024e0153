/** This many requests of one address that nobody prompted have a beat, … */
export const BEAT_REQUESTS_MIN = 2
/** … where each is this near to it, as a share of it: timers are late, and some wait for the last answer. */
export const BEAT_TOLERANCE = 0.1
/** After more beats than this without a request there is none any more. */
export const BEATS_MAX = 4
/** The last so many requests make the beat. */
const RECENT = 6

const offBeat = (gap: number, beat: number) => {
  const beats = Math.max(1, Math.round(gap / beat))
  return Math.abs(gap - beats * beat)
}

/**
 * Whether a request at `at` is the next of a poll that asked at these `times`, in their order. Nothing where they
 * have no beat. Beats may be missing, as those that a person could have prompted are.
 */
export function isOnBeat(times: readonly number[], at: number): boolean | undefined {
  const recent = times.slice(-RECENT)
  if (recent.length < BEAT_REQUESTS_MIN) return undefined
  const gaps = recent.slice(1).map((time, index) => time - (recent[index] as number))
  const beat = Math.min(...gaps)
  const isRegular = gaps.every((gap) => offBeat(gap, beat) <= beat * BEAT_TOLERANCE)
  const gap = at - (recent.at(-1) as number)
  if (!isRegular || gap > (BEATS_MAX + BEAT_TOLERANCE) * beat) return undefined
  return offBeat(gap, beat) <= beat * BEAT_TOLERANCE
}
