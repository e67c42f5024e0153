import { createDeadClick } from './dead-click.ts'
import type { CreateDetector, Emit, Fact } from './detector.ts'
import { createEpisodes } from './episodes.ts'
import { createNoise } from './noise.ts'
import type { Observation, ScreenShown } from './observation.ts'
import { createRageClick } from './rage-click.ts'
import { createUTurn } from './u-turn.ts'
import { createValidationLoop } from './validation-loop.ts'

/** Every detector that runs. A new one is a file of its own and a line here. */
const DETECTORS: readonly CreateDetector[] = [
  createRageClick,
  createDeadClick,
  createValidationLoop,
  createUTurn,
]

/**
 * All detectors behind one door. Feed it observations in the order they are seen, and a `tick`
 * once `dueAt()` (ms of the same clock) has passed: judgements are made only then.
 */
export function createDetectors(emit: Emit) {
  const detectors = DETECTORS.map((create) => create(emit))
  const tell = (fact: Fact) => {
    for (const detect of detectors) detect(fact)
  }
  const noise = createNoise()
  const episodes = createEpisodes(noise, tell)
  let shown: ScreenShown | undefined

  /** The caller may look at the screen again and again: only another one is news. */
  function isOldNews(observation: Observation) {
    if (observation.type !== 'screen') return false
    const before = shown
    shown = observation
    return before?.id === observation.id && before?.isDialog === observation.isDialog
  }

  return {
    observe(observation: Observation) {
      if (isOldNews(observation)) return
      noise.observe(observation)
      episodes.observe(observation)
      tell(observation)
    },
    dueAt: episodes.dueAt,
    isJudging: episodes.isJudging,
    isAwaitingLife: episodes.isAwaitingLife,
  }
}

export type Detectors = ReturnType<typeof createDetectors>
