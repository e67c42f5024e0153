import { reachedAt } from '../vocabulary/bucket.ts'
import type { CreateDetector } from './detector.ts'
import { createPlace } from './place.ts'

/** `press`: the presses of each visit, told as 1, 2, 4, 8 and so on are reached. */
export const createPressesOfVisit: CreateDetector = (emit) => {
  const place = createPlace()
  const presses = new Map<string, number>()
  return {
    screen(fact) {
      for (const left of place.leaves(fact)) presses.delete(left)
    },
    press({ at }) {
      const screen = place.top()
      if (screen === undefined) return
      const count = (presses.get(screen) ?? 0) + 1
      presses.set(screen, count)
      const outcome = reachedAt(count)
      if (outcome !== undefined) emit({ kind: 'press', at, screen, outcome })
    },
  }
}
