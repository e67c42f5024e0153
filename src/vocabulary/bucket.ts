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
