import type { CalloutView, GuideView, WaitingView } from '../overlay/guide.ts'
import { isElsewhere } from '../walkthroughs/drift.ts'
import { showingOf } from '../walkthroughs/machine.ts'
import type { RecordVerdict } from '../walkthroughs/record-guard.ts'
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
  /** An alert of the app's has come up since the page was looked at. */
  isAlerted: boolean
  /** Why nothing is pointed at in the record that is open. */
  recordPause: RecordVerdict['pause']
  canGoBack: boolean
  /** The person has gone elsewhere, and wants to be told the way back. */
  isReturning: boolean
}

type StepView = Pick<GuideView, 'callout' | 'waiting' | 'elsewhere' | 'recordPause' | 'isSilent'>

function targetOf({ step }: DueStep, seen: PackSight): Element | undefined {
  const finding = step.target === undefined ? undefined : seen.find(step.target)
  return finding?.state === 'found' ? finding.element : undefined
}

/** Whether a person may say that they know it: nothing locked, and no step where the way forks. */
export function canBeKnown({ walkthrough, step }: Pick<DueStep, 'walkthrough' | 'step'>): boolean {
  const isLocked = walkthrough.locked || step.locked
  return step.section !== undefined && !isLocked && step.branch.length === 0
}

/** What there is to show of the step that is due: its callout, what is waited for, or nothing. */
export function stepView({
  at,
  sight,
  words,
  part,
  recordPause,
  isReturning,
  isAlerted,
  ...more
}: Options): StepView {
  const target = at?.seen && targetOf(at, at.seen)
  const isSilent = isAlerted || isAppAlerting(sight?.modals() ?? [], target)
  const nothing = {
    callout: undefined,
    waiting: undefined,
    elsewhere: undefined,
    recordPause: undefined,
    isSilent,
  }
  if (!at?.seen) return nothing
  const { pack, walkthrough, step, seen } = at
  if (recordPause === 'other' || recordPause === 'unsure')
    return {
      ...nothing,
      recordPause: { title: words.titleOf(pack, walkthrough), record: recordPause },
    }
  if (part === undefined) return nothing
  const isOthers = part === 'words'
  const isFork = isOthers && step.branch.length > 0
  const showing = showingOf(step, seen.facts)
  const place = {
    title: words.titleOf(pack, walkthrough),
    index: walkthrough.steps.findIndex(({ id }) => id === step.id) + 1,
    total: walkthrough.steps.length,
  }
  if (recordPause === 'gone')
    return { ...nothing, waiting: { ...place, reason: 'target', screenTitle: undefined } }
  if (showing.state === 'waiting' && !isOthers) {
    if (part === 'ring') return nothing
    const isAway = isElsewhere(walkthrough, step, seen.facts)
    // A step of any screen has none to go back to: where it all began is a way.
    const screen = step.screen ?? (isAway ? walkthrough.screens[0] : undefined)
    const reason = isAway ? 'screen' : showing.reason
    const waiting: WaitingView = { ...place, reason, screenTitle: words.screenTitle(pack, screen) }
    return isAway && !isReturning ? { ...nothing, elsewhere: waiting } : { ...nothing, waiting }
  }
  const callout: CalloutView = {
    ...place,
    ...more,
    walkthrough: walkthrough.id,
    step: step.id,
    text: words.textOfStep(pack, step),
    picture: words.picture(pack, step.picture),
    target: isOthers ? undefined : target,
    placement: step.placement,
    isByAct: step.advance.on !== 'next',
    isRingOnly: part === 'ring',
    isForFrame: isOthers,
    isPassive: target !== undefined && isInNativeModal(target),
    // Which way to go on is for the frame to tell, and its own act does.
    isLocked: (step.locked && step.advance.on !== 'next') || isFork,
    isRequired: walkthrough.locked || step.locked,
    canBeKnown: canBeKnown(at),
    isSkippable: step.skippable && !step.locked && !isFork,
    isLast: place.index === place.total,
  }
  return { ...nothing, callout }
}
