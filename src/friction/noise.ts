import type { Observation, RegionId } from './observation.ts'

/** This many unprompted changes make a region noisy (friction-signals.md §2, dead_click). */
export const NOISE_CHANGES_MIN = 3
/** … within this time before the press, in ms (same source). */
export const NOISE_WINDOW_MS = 10_000
/** … or, of what the page asks of the same address: polls are slower than clocks, in ms. */
export const POLL_WINDOW_MS = 60_000
/** A change is prompted where the person did something at most this long before it, in ms. */
export const PROMPT_WINDOW_MS = 1000
/** Changes of one region closer together than this are one change, in ms. */
export const BURST_MS = 250
/** How long changes are remembered, in ms: the longest window before a press, and its judgement. */
const MEMORY_MS = POLL_WINDOW_MS + 5000
const REGIONS_MAX = 500

const windowOf = (region: RegionId) => (region < 0 ? POLL_WINDOW_MS : NOISE_WINDOW_MS)

const PROMPTS: ReadonlySet<string> = new Set(['press', 'prompt', 'edit', 'submit', 'screen'])

/**
 * Learns which regions change by themselves: a ticking clock, a live tile, a poll. Their changes
 * say nothing about a press.
 */
export function createNoise() {
  let promptedAt = Number.NEGATIVE_INFINITY
  const changes = new Map<RegionId, number[]>()

  function forget(before: number) {
    for (const [region, times] of changes)
      if ((times.at(-1) ?? before) <= before) changes.delete(region)
  }

  function learn(region: RegionId, at: number) {
    const times = changes.get(region) ?? []
    const last = times.at(-1)
    if (last !== undefined && at - last < BURST_MS) return
    const recent = times.filter((time) => time > at - MEMORY_MS)
    recent.push(at)
    changes.set(region, recent)
    if (changes.size > REGIONS_MAX) forget(at - MEMORY_MS)
    // Still too many at once: a page that is being built. Nothing is learned from it.
    if (changes.size > REGIONS_MAX * 2) changes.clear()
  }

  const isNoisyRegion = (region: RegionId, at: number) =>
    (changes.get(region) ?? []).filter((time) => time < at && time >= at - windowOf(region))
      .length >= NOISE_CHANGES_MIN

  return {
    observe(observation: Observation) {
      if (PROMPTS.has(observation.type)) promptedAt = Math.max(promptedAt, observation.at)
      else if (observation.type === 'alive' && observation.at - promptedAt > PROMPT_WINDOW_MS) {
        const region = observation.regions?.[0]
        if (region !== undefined) learn(region, observation.at)
      }
    },
    /** Whether any of these regions changed by itself in the time before `at`. */
    isNoisy: (regions: readonly RegionId[], at: number) =>
      regions.some((region) => isNoisyRegion(region, at)),
  }
}

export type Noise = ReturnType<typeof createNoise>
