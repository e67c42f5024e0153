/** Fewer samples than this say nothing about what is usual. */
export const LEARNED_MIN = 20
/** After so many samples what is old counts half, so that what has changed is learned anew. */
export const LEARNED_MAX = 200
/** Each bucket is a quarter wider than the one before it. */
const RATIO = 1.25
/** Screens or fields that are remembered at once. */
const KEYS_MAX = 300

const bucketOf = (value: number) =>
  value < 1 ? 0 : 1 + Math.floor(Math.log(value) / Math.log(RATIO))

/**
 * Learns what is usual, as counts in buckets by screen or field, in this page's memory only: how
 * often, and nothing of when or what.
 */
export function createLearned<Key extends string | number>() {
  const counts = new Map<Key, number[]>()

  /** The bucket that holds the share `part` (0 to 1) of a key's samples, by nearest rank. */
  function bucketAt(key: Key, part: number): number | undefined {
    const buckets = counts.get(key) ?? []
    const all = buckets.reduce((sum, count) => sum + count, 0)
    if (all < LEARNED_MIN) return undefined
    let left = Math.ceil(all * part)
    return buckets.findIndex((count = 0) => {
      left -= count
      return left <= 0
    })
  }

  return {
    add(key: Key, value: number): void {
      const buckets = counts.get(key) ?? []
      const at = bucketOf(value)
      while (buckets.length <= at) buckets.push(0)
      buckets[at] = (buckets[at] ?? 0) + 1
      const all = buckets.reduce((sum, count) => sum + count, 0)
      counts.delete(key)
      counts.set(key, all > LEARNED_MAX ? buckets.map((count) => count / 2) : buckets)
      for (const oldest of counts.keys()) {
        if (counts.size <= KEYS_MAX) break
        counts.delete(oldest)
      }
    },
    /** At most the tenth percentile; 0 while there are too few samples. */
    p10(key: Key): number {
      const bucket = bucketAt(key, 0.1)
      return bucket === undefined || bucket === 0 ? 0 : RATIO ** (bucket - 1)
    },
    /** At least the 95th percentile; 0 while there are too few samples. */
    p95(key: Key): number {
      const bucket = bucketAt(key, 0.95)
      return bucket === undefined ? 0 : RATIO ** bucket
    },
  }
}
