import {
  ALIVE_WINDOW_MS,
  BLUR_WINDOW_MS,
  FAILURE_WINDOW_MS,
  isGesture,
  provesLife,
  SCROLL_WINDOW_MS,
} from './liveness.ts'
import type { Noise } from './noise.ts'
import type { Alive, ControlId, ControlTraits, Observation, Press } from './observation.ts'

/** A judgement this much too late means a stalled page (a native dialog, sleep): none is made, ms. */
export const LATE_MS = 1000
/** Presses kept of one episode; more add nothing. */
const PRESSES_MAX = 64
/** The shell reports a poll and every other request as changes of this region. */
export const NETWORK_REGION = 0

export interface JudgedPress {
  at: number
  x: number
  y: number
  isDisabled: boolean
  /** The page answered within the window. */
  isAlive: boolean
  /** A request that it may have caused failed. */
  hasFailed: boolean
}

/** Presses on one control, none more than the window after the one before, once all are judged. */
export interface Episode {
  type: 'episode'
  control: ControlId
  /** As at the first press. */
  traits: ControlTraits
  screen: string | undefined
  presses: readonly JudgedPress[]
  /** A gesture, or a control inside a noisy region: that nothing came of it can't be told. */
  isVoid: boolean
}

interface OpenEpisode extends Episode {
  presses: JudgedPress[]
  lastAt: number
}

/** Gathers presses into episodes and says, when the time is up, what came of each press. */
export function createEpisodes(noise: Noise, settled: (episode: Episode) => void) {
  const open = new Map<ControlId, OpenEpisode>()
  let screen: string | undefined
  let blurredAt = Number.NEGATIVE_INFINITY

  function settle(now: number) {
    for (const [control, { lastAt, ...episode }] of open) {
      const late = now - lastAt - ALIVE_WINDOW_MS
      if (late <= 0) continue
      open.delete(control)
      if (late <= LATE_MS) settled(episode)
    }
  }

  function press({ at, x, y, control, traits, regions }: Press) {
    settle(at)
    let episode = open.get(control)
    if (episode === undefined) {
      episode = { type: 'episode', control, traits, screen, presses: [], isVoid: false, lastAt: at }
      open.set(control, episode)
    }
    episode.lastAt = at
    if (noise.isNoisy(regions, at)) episode.isVoid = true
    if (episode.presses.length === PRESSES_MAX) return
    const isAlive = at - blurredAt <= BLUR_WINDOW_MS
    episode.presses.push({ at, x, y, isDisabled: traits.isDisabled, isAlive, hasFailed: false })
  }

  function live(alive: Alive) {
    if (alive.source === 'blur') blurredAt = alive.at
    const { regions = [] } = alive
    for (const episode of open.values()) {
      const [first] = episode.presses
      if (
        isGesture(alive.source) &&
        first !== undefined &&
        alive.at >= first.at &&
        alive.at <= episode.lastAt + SCROLL_WINDOW_MS
      )
        episode.isVoid = true
      for (const press of episode.presses)
        if (!press.isAlive && provesLife(alive, press.at) && !noise.isNoisy(regions, press.at))
          press.isAlive = true
    }
  }

  function fail(at: number) {
    for (const { presses } of open.values())
      for (const press of presses)
        if (
          at >= press.at &&
          at - press.at <= FAILURE_WINDOW_MS &&
          !noise.isNoisy([NETWORK_REGION], press.at)
        )
          press.hasFailed = true
  }

  return {
    observe(observation: Observation) {
      if (observation.type === 'tick') settle(observation.at)
      else if (observation.type === 'press') press(observation)
      else if (observation.type === 'alive') live(observation)
      else if (observation.type === 'request-failed') fail(observation.at)
      else if (observation.type === 'screen') {
        screen = observation.id
        live({ type: 'alive', source: 'navigation', at: observation.at })
      }
    },
    /** Whether a press waits to be judged. */
    isJudging: () => open.size > 0,
    /** Whether something alive could still make a difference to one. */
    isAwaitingLife() {
      for (const { presses } of open.values())
        for (const { isAlive } of presses) if (!isAlive) return true
      return false
    },
    /** When the next judgement is due, in ms of the same clock; nothing where none is. */
    dueAt(): number | undefined {
      if (open.size === 0) return undefined
      return Math.min(...Array.from(open.values(), ({ lastAt }) => lastAt)) + ALIVE_WINDOW_MS
    },
  }
}
