/** Lower bounds of the count buckets {1, 2–3, 4–7, 8+}: the only counts that go on the wire. */
export const COUNT_BUCKETS = [1, 2, 4, 8] as const

export type CountBucket = (typeof COUNT_BUCKETS)[number]

/** The bucket, named by its lower bound, that holds `count` (a whole number ≥1). */
export function countBucket(count: number): CountBucket {
  return COUNT_BUCKETS.findLast((bound) => count >= bound) ?? 1
}

/** How a person reads a bucket: `1`, `2–3`, `4–7`, `8 or more`. */
export function bucketLabel(bucket: CountBucket): string {
  return { 1: '1', 2: '2–3', 4: '4–7', 8: '8 or more' }[bucket]
}

/**
 * What is counted within a visit or a spell of time is told as each of these numbers is reached, so
 * that nothing is lost where the page goes away, and no exact number is told.
 */
export const REACHED = {
  'reached-1': 1,
  'reached-2': 2,
  'reached-4': 4,
  'reached-8': 8,
  'reached-16': 16,
  'reached-32': 32,
  'reached-64': 64,
  'reached-128': 128,
} as const

export type Reached = keyof typeof REACHED

/** The outcome that tells that `count` was reached just now; none between two bounds. */
export function reachedAt(count: number): Reached | undefined {
  return (Object.keys(REACHED) as Reached[]).find((outcome) => REACHED[outcome] === count)
}

/**
 * How many there were at least, of the outcomes that were counted: each bound that is reached adds
 * what lies between it and the one before.
 */
export function leastReached(countOf: (outcome: Reached) => number): number {
  let sum = 0
  let before = 0
  for (const outcome of Object.keys(REACHED) as Reached[]) {
    sum += countOf(outcome) * (REACHED[outcome] - before)
    before = REACHED[outcome]
  }
  return sum
}
