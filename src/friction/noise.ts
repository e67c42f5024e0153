import { isOnBeat } from './beat.ts'
import type { Observation, RegionId } from './observation.ts'
import type { Prompts } from './prompts.ts'

/** This many unprompted changes make a region noisy (friction-signals.md §2, dead_click). */
export const NOISE_CHANGES_MIN = 3
/** … within this time before the press, in ms (same source). */
export const NOISE_WINDOW_MS = 10_000
/** … or, of what the page asks of the same address: polls are slower than clocks, in ms. */
export const POLL_WINDOW_MS = 60_000
/** Changes of one region closer together than this are one change, in ms. */
export const BURST_MS = 250
/** Times kept of one region: those of the window before a press, and of the time until it is judged. */
const TIMES_MAX = 80
/** Regions that are remembered: those that changed last. */
const REGIONS_MAX = 1000

const isAddress = (region: RegionId) => region < 0

/** The first index whose time is `at` or later. */
function placeOf(times: readonly number[], at: number): number {
  let place = times.length
  while (place > 0 && (times[place - 1] as number) >= at) place--
  return place
}

/**
 * Learns which regions change by themselves: a ticking clock, a live tile, a poll. Their changes
 * say nothing about a press.
 */
export function createNoise(prompts: Prompts) {
  /** The region that changed last comes last. */
  const changes = new Map<RegionId, number[]>()

  function learn(region: RegionId, at: number) {
    const times = changes.get(region) ?? []
    const place = placeOf(times, at)
    // Compared with nothing, it is no burst.
    if (at - (times[place - 1] as number) < BURST_MS || (times[place] as number) - at < BURST_MS)
      return
    times.splice(place, 0, at)
    if (times.length > TIMES_MAX) times.splice(0, TIMES_MAX / 2)
    changes.delete(region)
    changes.set(region, times)
    if (changes.size <= REGIONS_MAX) return
    for (const oldest of changes.keys()) return void changes.delete(oldest)
  }

  function isOften(times: readonly number[], at: number, windowMs: number): boolean {
    const last = placeOf(times, at)
    const first = times[last - NOISE_CHANGES_MIN]
    return first !== undefined && first >= at - windowMs
  }

  /**
   * A poll has its beat: what else is asked of the same address is news. Without one, all of it is noise, where it
   * goes on for longer than a page takes to load.
   */
  function isPolled(times: readonly number[], at: number): boolean {
    const recent = times.slice(placeOf(times, at - POLL_WINDOW_MS), placeOf(times, at))
    const [first = at] = recent
    return isOnBeat(recent, at) ?? (isOften(times, at, POLL_WINDOW_MS) && lasts(first, recent))
  }

  const lasts = (first: number, times: readonly number[]) =>
    (times.at(-1) ?? first) - first >= NOISE_WINDOW_MS

  const isNoisyRegion = (region: RegionId, pressedAt: number, at: number) => {
    const times = changes.get(region)
    if (times === undefined) return false
    return isAddress(region) ? isPolled(times, at) : isOften(times, pressedAt, NOISE_WINDOW_MS)
  }

  return {
    observe(observation: Observation) {
      if (observation.type !== 'alive') return
      const { at, regions } = observation
      const region = regions?.[0]
      if (region === undefined) return
      if (!prompts.hadBefore(at) || (isAddress(region) && isNoisyRegion(region, at, at)))
        learn(region, at)
    },
    /** Whether what happened at `at` in these regions, the inner ones first, does so by itself, press or no press. */
    isNoisy(regions: readonly RegionId[], pressedAt: number, at = pressedAt): boolean {
      for (const region of regions) if (isNoisyRegion(region, pressedAt, at)) return true
      return false
    },
  }
}

export type Noise = ReturnType<typeof createNoise>
