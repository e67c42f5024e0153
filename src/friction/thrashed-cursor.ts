import type { CreateDetector } from './detector.ts'
import type { Move, Moved } from './observation.ts'

/** A score from here on is a thrashed cursor (Splunk, thrashed-cursor-detector.ts). */
export const THRASH_SCORE_MIN = 0.65
/** Movement of the last so many ms is judged (Splunk, as all that follows). */
export const THRASH_WINDOW_MS = 2000
export const THRASH_TURNS_MIN = 4
export const THRASH_TURN_DEGREES = 45
export const THRASH_SPEED_MIN_PX_S = 300
export const THRASH_SPEED_MAX_PX_S = 5000
export const THRASH_WAY_MIN_PX = 300
/** A box of this width or height counts half as confined. */
export const THRASH_BOX_PX = 200
/** Shorter movements have no direction. */
const STEP_MIN_PX = 5
const WEIGHTS = { turns: 0.4, speed: 0.3, box: 0.3 } as const

const share = (part: number) => Math.min(Math.max(part, 0), 1)
const spread = (all: readonly number[]) => Math.max(...all) - Math.min(...all)

/** From 0 to 1: how much this movement is a shaking; 0 where it is too little of anything. */
export function thrashScore(moves: readonly Move[]): number {
  let way = 0
  let turns = 0
  let direction: number | undefined
  const speeds: number[] = []
  for (const [index, { at, x, y }] of moves.entries()) {
    const before = moves[index - 1]
    if (before === undefined) continue
    const step = Math.hypot(x - before.x, y - before.y)
    way += step
    if (at > before.at) speeds.push((1000 * step) / (at - before.at))
    if (step <= STEP_MIN_PX) continue
    const angle = (Math.atan2(y - before.y, x - before.x) * 180) / Math.PI
    if (direction !== undefined) {
      const turn = Math.abs(angle - direction) % 360
      if (Math.min(turn, 360 - turn) >= THRASH_TURN_DEGREES) turns += 1
    }
    direction = angle
  }
  const speed = speeds.reduce((sum, one) => sum + one, 0) / (speeds.length || 1)
  if (way < THRASH_WAY_MIN_PX || speed < THRASH_SPEED_MIN_PX_S || turns < THRASH_TURNS_MIN) return 0
  const size = Math.max(spread(moves.map(({ x }) => x)), spread(moves.map(({ y }) => y)))
  return (
    WEIGHTS.turns * share(turns / (2 * THRASH_TURNS_MIN)) +
    WEIGHTS.speed * share(speed / THRASH_SPEED_MIN_PX_S - 1) +
    WEIGHTS.box / (1 + (size / THRASH_BOX_PX) ** 2)
  )
}

/** `thrashed_cursor`: the pointer is shaken in a small space; a drag is none. Moves may be told of late. */
export const createThrashedCursor: CreateDetector = (emit) => {
  let moves: Move[] = []
  let since = Number.NEGATIVE_INFINITY
  let quietUntil = Number.NEGATIVE_INFINITY

  function begin({ at }: { at: number }) {
    moves = []
    since = at
  }

  function add(move: Move) {
    if (move.at < since) return
    const last = moves.at(-1)
    const seconds = last === undefined ? 1 : (move.at - last.at) / 1000
    // A jump is a pointer that left the window, or was set elsewhere.
    if (last && Math.hypot(move.x - last.x, move.y - last.y) > THRASH_SPEED_MAX_PX_S * seconds)
      moves = []
    moves.push(move)
  }

  function move({ at: now, way }: Moved) {
    way.forEach(add)
    if (now < quietUntil) return
    moves = moves.filter(({ at }) => now - at <= THRASH_WINDOW_MS)
    if (thrashScore(moves) < THRASH_SCORE_MIN) return
    quietUntil = now + THRASH_WINDOW_MS
    emit({ kind: 'thrashed_cursor', at: moves[0]?.at ?? now })
    moves = []
  }

  return {
    moved: move,
    screen: begin,
    press: begin,
    alive(fact) {
      if (fact.source === 'drag') begin(fact)
    },
  }
}
