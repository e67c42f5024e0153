/** Dwell times kept per screen: the most recent ones. */
export const DWELL_SAMPLES_MAX = 50
/** Fewer samples than this say nothing about a screen's own tenth percentile. */
export const DWELL_SAMPLES_MIN = 20

/** Remembers how long each screen was looked at, in this page's memory only. */
export function createDwell() {
  const samples = new Map<string, number[]>()
  return {
    add(screen: string, ms: number) {
      samples.set(screen, [...(samples.get(screen) ?? []), ms].slice(-DWELL_SAMPLES_MAX))
    },
    /** The tenth percentile by nearest rank, in ms; 0 while there are too few samples. */
    p10(screen: string): number {
      const times = (samples.get(screen) ?? []).toSorted((a, b) => a - b)
      if (times.length < DWELL_SAMPLES_MIN) return 0
      return times[Math.ceil(times.length / 10) - 1] ?? 0
    },
  }
}
