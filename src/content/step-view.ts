import type { CalloutView, GuideView, WaitingView } from '../overlay/guide.ts'
import { showingOf } from '../walkthroughs/machine.ts'
import type { DueStep } from './due-step.ts'
import type { PackSight, Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import { isAppAlerting, isInNativeModal } from './silence.ts'

/** All of it; or, of a frame without room for words, the frame's part and the page's. */
export type StepPart = 'all' | 'ring' | 'words'

interface Options {
  at: DueStep | undefined
  sight: Sight | undefined
  words: PackWords
  /** Undefined where another frame shows the step. */
  part: StepPart | undefined
  isInDoubt: boolean
  canGoBack: boolean
}

type StepView = Pick<GuideView, 'callout' | 'waiting' | 'isSilent'>

function targetOf({ step }: DueStep, seen: PackSight): Element | undefined {
  const finding = step.target === undefined ? undefined : seen.find(step.target)
  return finding?.state === 'found' ? finding.element : undefined
}

/** What there is to show of the step that is due: its callout, what is waited for, or nothing. */
export function stepView({ at, sight, words, part, ...more }: Options): StepView {
  const target = at?.seen && targetOf(at, at.seen)
  const isSilent = isAppAlerting(sight?.roots ?? [], target)
  const nothing = { callout: undefined, waiting: undefined, isSilent }
  if (!at?.seen || part === undefined) return nothing
  const { pack, walkthrough, step, seen } = at
  const isOthers = part === 'words'
  const isFork = isOthers && step.branch.length > 0
  const showing = showingOf(step, seen.facts)
  const place = {
    title: words.titleOf(pack, walkthrough),
    index: walkthrough.steps.indexOf(step) + 1,
    total: walkthrough.steps.length,
  }
  if (showing.state === 'waiting' && !isOthers) {
    if (part === 'ring') return nothing
    const screenTitle = words.screenTitle(pack, step.screen)
    const waiting: WaitingView = { ...place, reason: showing.reason, screenTitle }
    return { ...nothing, waiting }
  }
  const callout: CalloutView = {
    ...place,
    ...more,
    walkthrough: walkthrough.id,
    step: step.id,
    text: words.textOfStep(pack, walkthrough, step),
    picture: words.picture(pack, step.picture),
    target: isOthers ? undefined : target,
    placement: step.placement,
    isByAct: step.advance.on !== 'next',
    isRingOnly: part === 'ring',
    isForFrame: isOthers,
    isPassive: target !== undefined && isInNativeModal(target),
    // Which way to go on is for the frame to tell, and its own act does.
    isLocked: step.locked || isFork,
    isSkippable: step.skippable && !isFork,
    isLast: place.index === place.total,
  }
  return { ...nothing, callout }
}
