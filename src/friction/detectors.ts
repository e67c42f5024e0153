import type { OptInKind } from '../vocabulary/dictionary.ts'
import { createClicksPerTask } from './clicks-per-task.ts'
import { createContextSwitching } from './context-switching.ts'
import type { CreateDetector, Detector, Emit, Fact } from './detector.ts'
import { createEpisodes } from './episodes.ts'
import { createFieldHesitation } from './field-hesitation.ts'
import { createFieldReentry } from './field-reentry.ts'
import { createFormAbandon } from './form-abandon.ts'
import { createLateEntry } from './late-entry.ts'
import { createNoise } from './noise.ts'
import type { Observation, ScreenShown } from './observation.ts'
import { createPasteHeavyNote } from './paste-heavy-note.ts'
import { createPressSignals, judgePresses } from './press-signals.ts'
import { createPressesOfVisit } from './presses-of-visit.ts'
import { createPrompts } from './prompts.ts'
import { createReflexAlertDismissal } from './reflex-alert-dismissal.ts'
import { createScrollHunt } from './scroll-hunt.ts'
import { createShadowTranscription } from './shadow-transcription.ts'
import { createThrashedCursor } from './thrashed-cursor.ts'
import { createTypedScan } from './typed-scan.ts'
import { createUTurn } from './u-turn.ts'
import { createValidationLoop } from './validation-loop.ts'
import { createRequiredOrder } from './workaround-step.ts'

/** Every detector that runs. A new one is a file of its own and a line here. */
const DETECTORS: readonly CreateDetector[] = [
  createPressesOfVisit,
  createPressSignals,
  createValidationLoop,
  createUTurn,
  createScrollHunt,
  createFieldHesitation,
  createFieldReentry,
  createFormAbandon,
  createReflexAlertDismissal,
  createShadowTranscription,
  createPasteHeavyNote,
  createRequiredOrder,
  createTypedScan,
  createContextSwitching,
  createClicksPerTask,
]
/** Those that run where a policy or a pack says so. */
const OPT_IN: Readonly<Record<OptInKind, CreateDetector>> = {
  thrashed_cursor: createThrashedCursor,
  late_entry: createLateEntry,
}

/** Tells each fact to those who hear of its kind: most facts are heard by a few. */
function createTelling(detectors: readonly Detector[]) {
  const heard = new Map<string, ((fact: never) => void)[]>()
  for (const detector of detectors)
    for (const [type, hear] of Object.entries(detector))
      heard.set(type, [...(heard.get(type) ?? []), hear])
  return (fact: Fact) => {
    for (const hear of heard.get(fact.type) ?? []) hear(fact as never)
  }
}

/**
 * All detectors behind one door. Feed it observations in the order they are seen, and a `tick`
 * once `dueAt()` (ms of the same clock) has passed: judgements are made only then.
 */
export function createDetectors(emit: Emit, optIn: readonly OptInKind[] = []) {
  let shown: ScreenShown | undefined
  const emitHere: Emit = (detection) => emit({ screen: shown?.id, ...detection })
  const running = [...DETECTORS, ...optIn.map((kind) => OPT_IN[kind])]
  const tell = createTelling(running.map((create) => create(emitHere)))
  const prompts = createPrompts()
  const noise = createNoise(prompts)
  const episodes = createEpisodes({
    noise,
    prompts,
    settled: tell,
    mayBeSlow: (episode) => judgePresses(episode) === 'dead_click',
  })

  /** The caller may look at the screen again and again: only another one is news. */
  function isOldNews(observation: Observation) {
    if (observation.type !== 'screen') return false
    const before = shown
    shown = observation
    return before?.id === observation.id && before?.isDialog === observation.isDialog
  }

  /** A poll says nothing about what a person did, whether it fails or not. */
  const isPoll = (seen: Observation) =>
    (seen.type === 'request-failed' || (seen.type === 'alive' && seen.source === 'resource')) &&
    noise.isNoisy(seen.regions ?? [], seen.at)

  /** What shows that a page is alive is many, and what it means is said by episodes; detectors hear of few. */
  const isUntold = (seen: Observation) =>
    seen.type === 'prompt' ||
    (seen.type === 'alive' && seen.source !== 'resource' && seen.source !== 'drag')

  return {
    observe(observation: Observation) {
      if (isOldNews(observation)) return
      prompts.observe(observation)
      noise.observe(observation)
      episodes.observe(observation)
      if (!isUntold(observation) && !isPoll(observation)) tell(observation)
    },
    dueAt: episodes.dueAt,
    isJudging: episodes.isJudging,
    isAwaitingLife: episodes.isAwaitingLife,
    /** Whether what changed at this time could have done so by itself. */
    isLearning: (at: number) => !prompts.hadBefore(at),
    /** When that may be so again, if the person does nothing more. */
    learnsAgainAt: prompts.overAt,
  }
}

export type Detectors = ReturnType<typeof createDetectors>
