import { hidesItsAnswer } from './hidden-answer.ts'
import {
  ALIVE_WINDOW_MS,
  BLUR_WINDOW_MS,
  DISABLED_WINDOW_MS,
  isGesture,
  latestCause,
  provesLife,
  SCROLL_WINDOW_MS,
  SLOW_WINDOW_MS,
} from './liveness.ts'
import type { Noise } from './noise.ts'
import type {
  Alive,
  ControlId,
  ControlTraits,
  Observation,
  Press,
  RequestFailed,
} from './observation.ts'
import type { Prompts } from './prompts.ts'

/** A judgement this much too late means a stalled page (a native dialog, sleep): none is made, ms. */
export const LATE_MS = 1000
/** Presses kept of one episode; more add nothing. */
const PRESSES_MAX = 64

export interface JudgedPress {
  at: number
  heardAt: number
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
  /** As at the first press; what it is made for, as at any. */
  traits: ControlTraits
  screen: string | undefined
  presses: readonly JudgedPress[]
  /** A gesture of its own: selecting, scrolling, dragging. */
  isVoid: boolean
  /** The control stands in what changes by itself: that nothing came of a press can't be told. */
  isUntellable: boolean
  /** When the first answer came that was no part of the noise, however late. */
  answeredAt: number | undefined
}

interface OpenEpisode extends Episode {
  presses: JudgedPress[]
  lastAt: number
  /** Nothing came in time; whether anything comes late is still waited for. */
  isOverdue: boolean
}

interface Options {
  noise: Noise
  prompts: Prompts
  settled: (episode: Episode) => void
  /** Whether an episode that got no answer in time is to wait for a late one. */
  mayBeSlow: (episode: Episode) => boolean
}

const windowOf = ({ traits, isOverdue }: OpenEpisode) => {
  if (isOverdue) return SLOW_WINDOW_MS
  return traits.isDisabled ? DISABLED_WINDOW_MS : ALIVE_WINDOW_MS
}

/** Gathers presses into episodes and says, when the time is up, what came of each press. */
export function createEpisodes({ noise, prompts, settled, mayBeSlow }: Options) {
  const open = new Map<ControlId, OpenEpisode>()
  let screen: string | undefined
  let blurredAt = Number.NEGATIVE_INFINITY

  function close({ lastAt: _last, isOverdue: _overdue, ...episode }: OpenEpisode) {
    open.delete(episode.control)
    settled(episode)
  }

  function settle(now: number) {
    for (const episode of [...open.values()]) {
      const late = now - episode.lastAt - windowOf(episode)
      if (late <= 0) continue
      if (late > LATE_MS) open.delete(episode.control)
      else if (!episode.isOverdue && mayBeSlow(episode)) episode.isOverdue = true
      else close(episode)
    }
  }

  function press({ at, heardAt = at, x, y, control, traits, regions }: Press) {
    settle(at)
    // Whatever comes now may be of this press: what was waited for has not come.
    for (const overdue of [...open.values()]) if (overdue.isOverdue) close(overdue)
    let episode = open.get(control)
    if (episode === undefined) {
      episode = {
        ...{ type: 'episode', control, traits, screen, presses: [], lastAt: at },
        ...{ isVoid: false, isUntellable: false, isOverdue: false, answeredAt: undefined },
      }
      open.set(control, episode)
    }
    episode.lastAt = at
    if (traits.isRepeatable) episode.traits = { ...episode.traits, isRepeatable: true }
    if (noise.isNoisy(regions, at)) episode.isUntellable = true
    if (episode.presses.length === PRESSES_MAX) return
    const isAlive = at - blurredAt <= BLUR_WINDOW_MS
    episode.presses.push({
      at,
      x,
      y,
      isDisabled: traits.isDisabled,
      isAlive,
      hasFailed: false,
      heardAt,
    })
  }

  /** Whether something late is an answer still: unasked for, or a request that began in time. */
  function isLateAnswer({ source, at, endedAt = at }: Alive, { lastAt }: OpenEpisode): boolean {
    if (endedAt - lastAt > SLOW_WINDOW_MS || source === 'scroll' || source === 'blur') return false
    if (source === 'resource') return provesLife({ source, at }, lastAt)
    return source === 'navigation' || !prompts.hadBefore(at)
  }

  function live(alive: Alive) {
    if (alive.source === 'blur') blurredAt = alive.at
    const { regions = [], endedAt = alive.at } = alive
    for (const episode of open.values()) {
      const [first] = episode.presses
      if (first === undefined) continue
      if (
        isGesture(alive.source) &&
        alive.at >= first.at &&
        alive.at <= (episode.presses.at(-1)?.heardAt ?? 0) + SCROLL_WINDOW_MS
      )
        episode.isVoid = true
      if (episode.isOverdue) {
        if (!noise.isNoisy(regions, episode.lastAt, alive.at) && isLateAnswer(alive, episode)) {
          episode.answeredAt = endedAt
          close(episode)
        }
        continue
      }
      for (const press of episode.presses)
        if (
          !press.isAlive &&
          provesLife(alive, press.at, press.heardAt) &&
          !noise.isNoisy(regions, press.at, alive.at)
        ) {
          press.isAlive = true
          episode.answeredAt ??= endedAt
        }
    }
  }

  function fail({ at, regions }: RequestFailed) {
    if (noise.isNoisy(regions, at)) return
    // Of the last press before it: what was pressed earlier has had its requests.
    const presses = [...open.values()].flatMap((episode) => episode.presses)
    const last = latestCause(presses, at)
    if (last) last.hasFailed = true
  }

  return {
    observe(observation: Observation) {
      const { type, at } = observation
      if (type === 'tick') settle(at)
      else if (type === 'press') press(observation)
      else if (type === 'alive') live(observation)
      else if (type === 'request-failed') fail(observation)
      else if (type === 'screen') {
        screen = observation.id
        live({ type: 'alive', source: 'navigation', at })
      }
    },
    /** Whether a press waits to be judged. */
    isJudging: () => open.size > 0,
    /** Whether something alive could still make a difference to one: to what hides its answer it makes none. */
    isAwaitingLife() {
      for (const { presses, traits } of open.values())
        if (!hidesItsAnswer(traits)) for (const { isAlive } of presses) if (!isAlive) return true
      return false
    },
    /** When the next judgement is due, in ms of the same clock; nothing where none is. */
    dueAt(): number | undefined {
      if (open.size === 0) return undefined
      return Math.min(...Array.from(open.values(), (one) => one.lastAt + windowOf(one)))
    },
  }
}
