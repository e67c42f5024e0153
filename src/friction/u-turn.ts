import type { CreateDetector } from './detector.ts'
import { createLearned } from './learned.ts'
import type { ScreenShown } from './observation.ts'

/** Shorter than this is a u-turn on any screen, in ms (friction-signals.md §2). */
export const U_TURN_DWELL_MS = 3000
/** Shorter than this nobody looked at it: the app redirected, in ms. */
export const U_TURN_DWELL_MIN_MS = 300
/** An unknown screen this short, in ms, is the moment between two screens and not one of its own. */
export const UNKNOWN_GRACE_MS = 1500

interface Visit {
  screen: string
  from: string | undefined
  since: number
  /** An edit, copy or save: somebody did what they came for. */
  isUsed: boolean
}

/**
 * `u_turn`: A → B → A with a dwell on B below max(3 s, B's tenth percentile) and nothing done
 * there. Dialogs are no screens of their own here: opening one and closing it is no turn.
 */
export const createUTurn: CreateDetector = (emit) => {
  const dwell = createLearned<string>()
  let visit: Visit | undefined
  let unknownSince: number | undefined

  function arrive(screen: string, at: number) {
    const gap = unknownSince === undefined ? 0 : at - unknownSince
    const leftAt = unknownSince ?? at
    unknownSince = undefined
    if (gap > UNKNOWN_GRACE_MS) visit = undefined
    if (visit?.screen === screen) return
    const left = visit
    visit = { screen, from: left?.screen, since: at, isUsed: false }
    if (left === undefined) return
    const stayed = leftAt - left.since
    const limit = Math.max(U_TURN_DWELL_MS, dwell.p10(left.screen))
    dwell.add(left.screen, stayed)
    if (left.from !== screen || left.isUsed) return
    if (stayed < U_TURN_DWELL_MIN_MS || stayed >= limit) return
    // The way back is over: going on from A is not a turn at A.
    visit.from = undefined
    emit({ kind: 'u_turn', at: left.since, screen: left.screen })
  }

  function show({ id, at, isDialog }: ScreenShown) {
    if (isDialog) return
    if (id === undefined) unknownSince ??= at
    else arrive(id, at)
  }

  function used() {
    if (visit !== undefined) visit.isUsed = true
  }

  return { screen: show, edit: used, copy: used, save: used, submit: used }
}
