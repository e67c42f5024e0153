/** The 97.5 % quantile of the normal distribution: two-sided 95 %. */
const Z = 1.959963984540054

export interface Interval {
  low: number
  high: number
}

/**
 * Wilson's score interval (1927) for a proportion, at 95 %: it stays within 0–1 and holds for small
 * numbers, unlike p ± z·√(p(1−p)/n). Takes 0 ≤ successes ≤ trials, trials > 0.
 */
export function wilsonInterval(successes: number, trials: number): Interval {
  const p = successes / trials
  const scale = 1 + Z ** 2 / trials
  const middle = (p + Z ** 2 / (2 * trials)) / scale
  const half = (Z / scale) * Math.sqrt((p * (1 - p)) / trials + Z ** 2 / (4 * trials ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
