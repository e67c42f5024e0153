import type { CalloutView, GuideView, WaitingView } from '../overlay/guide.ts'
import { showingOf } from '../walkthroughs/machine.ts'
import type { DueStep } from './due-step.ts'
import type { PackSight, Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import { isAppAlerting } from './silence.ts'

interface Options {
  at: DueStep | undefined
  sight: Sight | undefined
  words: PackWords
  /** Another frame shows the step. */
  isElsewhere: boolean
  isInDoubt: boolean
  canGoBack: boolean
}

type StepView = Pick<GuideView, 'callout' | 'waiting' | 'isSilent'>

function targetOf({ step }: DueStep, seen: PackSight): Element | undefined {
  const finding = step.target === undefined ? undefined : seen.find(step.target)
  return finding?.state === 'found' ? finding.element : undefined
}

/** What there is to show of the step that is due: its callout, what is waited for, or nothing. */
export function stepView({ at, sight, words, isElsewhere, ...more }: Options): StepView {
  const target = at?.seen && targetOf(at, at.seen)
  const isSilent = isAppAlerting(sight?.roots ?? [], target)
  const nothing = { callout: undefined, waiting: undefined, isSilent }
  if (!at?.seen || isElsewhere) return nothing
  const { pack, walkthrough, step, seen } = at
  const showing = showingOf(step, seen.facts)
  const place = {
    title: words.titleOf(pack, walkthrough),
    index: walkthrough.steps.indexOf(step) + 1,
    total: walkthrough.steps.length,
  }
  if (showing.state === 'waiting') {
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
    target,
    placement: step.placement,
    isByAct: step.advance.on !== 'next',
    isLocked: step.locked,
    isSkippable: step.skippable,
    isLast: place.index === place.total,
  }
  return { ...nothing, callout }
}
