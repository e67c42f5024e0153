export const BACK_OFF_BASE_MS = 15_000
export const BACK_OFF_MAX_MS = 3_600_000

/**
 * How long to wait after `failures` (≥1) failed attempts in a row, in ms: exponential with full
 * jitter, so that a hospital's browsers don't return all at once after an outage.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 * `random` gives numbers in [0, 1).
 */
export function backOffMs(failures: number, random: () => number): number {
  const ceiling = Math.min(BACK_OFF_MAX_MS, BACK_OFF_BASE_MS * 2 ** Math.max(0, failures - 1))
  return Math.ceil(random() * ceiling)
}
