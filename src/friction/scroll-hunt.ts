import type { CreateDetector } from './detector.ts'
import { createLearned } from './learned.ts'

/** Turns of scrolling that make a hunt (friction-signals.md §2). */
export const HUNT_REVERSALS_MIN = 6
/** … over so many screenfuls in all, … */
export const HUNT_SCREENFULS_MIN = 3
/** … within this time, in ms. */
export const HUNT_WINDOW_MS = 20_000
/** A way shorter than this share of a screenful is a trembling hand, and no turn. */
export const HUNT_LEG_MIN = 0.2

interface Leg {
  at: number
  by: number
}

/** Ways in one direction each, from scrolls in the order of time; trembling taken out. */
function legsOf(scrolls: readonly Leg[]): Leg[] {
  const legs: Leg[] = []
  for (const { at, by } of scrolls) {
    const last = legs.at(-1)
    if (last !== undefined && last.by > 0 === by > 0) {
      last.by += by
      last.at = at
    } else legs.push({ at, by })
  }
  return legs.filter(({ by }) => Math.abs(by) >= HUNT_LEG_MIN)
}

function turnsOf(scrolls: readonly Leg[]): number {
  const ways = legsOf(scrolls).map(({ by }) => by > 0)
  return ways.filter((way, at) => at > 0 && way !== ways[at - 1]).length
}

/**
 * `scroll_hunt`: six or more turns over three or more screenfuls in 20 s without a press, and more
 * turns than 95 of 100 spells on that screen have. A spell ends with a press, a signal or the screen.
 */
export const createScrollHunt: CreateDetector = (emit) => {
  const usual = createLearned<string>()
  let screen: string | undefined
  let scrolls: Leg[] = []
  let most = 0

  function end() {
    if (screen !== undefined && scrolls.length > 0) usual.add(screen, most)
    scrolls = []
    most = 0
  }

  return {
    press: end,
    edit: end,
    screen({ id }) {
      end()
      screen = id
    },
    scrolled({ at: now, by }) {
      if (screen === undefined || by === 0) return
      scrolls = scrolls.filter(({ at }) => now - at <= HUNT_WINDOW_MS)
      scrolls.push({ at: now, by })
      const turns = turnsOf(scrolls)
      most = Math.max(most, turns)
      const way = scrolls.reduce((sum, { by }) => sum + Math.abs(by), 0)
      if (turns < HUNT_REVERSALS_MIN || way < HUNT_SCREENFULS_MIN) return
      if (turns <= usual.p95(screen)) return
      const [first] = scrolls
      end()
      emit({ kind: 'scroll_hunt', at: first?.at ?? now, screen })
    },
  }
}
