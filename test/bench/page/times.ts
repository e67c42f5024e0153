/** Milliseconds of one operation, done many times. */
export interface Times {
  count: number
  median: number
  p95: number
  max: number
}

export function timesOf(samples: readonly number[]): Times {
  const sorted = samples.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { count: sorted.length, median: at(0.5), p95: at(0.95), max: at(1) }
}
