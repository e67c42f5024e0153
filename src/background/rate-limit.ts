/** Requests that a tab may send at once, and how many more each second: far above what a person causes. */
export const RATE_BURST = 120
export const RATE_PER_SECOND = 4

/** A token bucket for each tab, so that one page can't keep the worker busy. `now` in ms. */
export function createRateLimit(now: () => number) {
  const buckets = new Map<number, { tokens: number; at: number }>()
  return {
    isWithinRate(tabId: number): boolean {
      const at = now()
      const bucket = buckets.get(tabId) ?? { tokens: RATE_BURST, at }
      const gained = (Math.max(0, at - bucket.at) / 1000) * RATE_PER_SECOND
      const tokens = Math.min(RATE_BURST, bucket.tokens + gained)
      buckets.set(tabId, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      return tokens >= 1
    },
    forget: (tabId: number) => void buckets.delete(tabId),
  }
}
