import type { StepOutcome, WalkthroughOutcome } from '../vocabulary/dictionary.ts'
import type { Advance, Step } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import { areMet, type Facts, onlyScreen } from './facts.ts'

/** What the machine goes through: a walkthrough with all that it calls in place. */
export interface Route<S extends Step = Step> {
  id: string
  steps: readonly S[]
}

/** What the person or the clock does. Pages are never asked: they only change the facts. */
export type RunEvent =
  | { type: 'look' }
  | { type: 'next' | 'back' | 'skip' | 'dismiss' }
  | { type: 'press' | 'input'; target: string }
  /** The step's target has been missing or ambiguous on its screen for as long as its policy waits. */
  | { type: 'gave-up-waiting' }

export interface StepEnd {
  step: string
  outcome: Extract<StepOutcome, 'done' | 'skipped'>
}

/** Where the walkthrough stands now: under way, or over with a reason. */
export type Progress =
  | { state: 'running'; run: Run; ended: StepEnd[] }
  | { state: 'over'; outcome: Exclude<WalkthroughOutcome, 'started'>; ended: StepEnd[] }

/** What there is to show for the step that the run is at. */
export type Showing =
  | { state: 'callout'; step: Step }
  /** The step's place is not on the page: another screen, a target not there, or a condition unmet. */
  | { state: 'waiting'; step: Step; reason: 'screen' | 'target' | 'requires' }

/** Begins at the first step. */
export function startRun(pack: string, walkthrough: Route): Run {
  return { pack, walkthrough: walkthrough.id, step: walkthrough.steps[0]?.id ?? '', past: [] }
}

/** The step a run is at; where a new version of the pack dropped it, the first one not yet past. */
export function stepOf<S extends Step>(walkthrough: Route<S>, run: Run): S | undefined {
  return (
    walkthrough.steps.find(({ id }) => id === run.step) ??
    walkthrough.steps.find(({ id }) => !run.past.includes(id))
  )
}

/** Where a step names no screen, on any that is known. */
function isOnScreen({ screen }: Step, facts: Facts): boolean {
  return screen === undefined ? facts.screen !== undefined : facts.screen === screen
}

function isAdvanced(advance: Advance, event: RunEvent, step: Step, facts: Facts): boolean {
  switch (advance.on) {
    case 'next':
      return event.type === 'next'
    case 'press':
    case 'input':
      return event.type === advance.on && event.target === step.target
    case 'screen':
      return facts.screen === advance.screen
    case 'present':
      return facts.presence(advance.target) === 'found'
    case 'absent':
      // Another screen does not have it either: gone it is only from the step's own.
      return isOnScreen(step, facts) && facts.presence(advance.target) === 'missing'
    case 'enabled':
      return facts.presence(advance.target) === 'found' && facts.isEnabled(advance.target)
  }
}

/** Whether the page itself says that the step is done, whatever the person presses. */
function isDoneOnPage(step: Step, facts: Facts): boolean {
  if (step.doneWhen.length > 0 && areMet(step.doneWhen, facts)) return true
  return isAdvanced(step.advance, { type: 'look' }, step, facts)
}

function endOf(
  step: Step,
  event: RunEvent,
  facts: Facts,
  revisiting: boolean,
): StepEnd['outcome'] | undefined {
  if (!revisiting && isDoneOnPage(step, facts)) return 'done'
  if (event.type === 'next' && (!step.locked || step.advance.on === 'next')) return 'done'
  if (event.type === 'skip' && step.skippable && !step.locked) return 'skipped'
  if (event.type === 'gave-up-waiting' && step.missing === 'skip') return 'skipped'
  const isOwnAct = event.type === 'press' || event.type === 'input'
  return isOwnAct && isAdvanced(step.advance, event, step, facts) ? 'done' : undefined
}

function stepAfter(walkthrough: Route, step: Step, facts: Facts): Step | undefined {
  const way = step.branch.find(({ when }) => areMet(when, facts))
  if (way !== undefined) return walkthrough.steps.find(({ id }) => id === way.to)
  return walkthrough.steps[walkthrough.steps.indexOf(step) + 1]
}

/** Where in the past the way back leads: past what a newer version, or the person, has left out meanwhile. */
function backTo(walkthrough: Route, { past }: Run): number {
  const there = new Set(walkthrough.steps.map(({ id }) => id))
  return past.findLastIndex((before) => there.has(before))
}

/** Whether there is a step to go back to. */
export function canGoBack(walkthrough: Route, run: Run): boolean {
  return backTo(walkthrough, run) >= 0
}

function stepBack(walkthrough: Route, run: Run): Run {
  const at = backTo(walkthrough, run)
  const before = run.past[at]
  if (before === undefined) return run
  return { ...run, step: before, past: run.past.slice(0, at), revisiting: true }
}

/**
 * One event of a run. After a step ends, the next ones whose `doneWhen` already holds end too, so
 * that nobody is asked for what is done; each step at most once, so a cycle can't spin. `isOwn`: whether
 * a step is of the frame that the facts are of; of others only a screen of this frame tells.
 */
export function proceed(
  walkthrough: Route,
  run: Run,
  event: RunEvent,
  facts: Facts,
  isOwn: (step: Step) => boolean = () => true,
): Progress {
  if (event.type === 'dismiss') return { state: 'over', outcome: 'dismissed', ended: [] }
  if (event.type === 'back') return { state: 'running', run: stepBack(walkthrough, run), ended: [] }

  const ended: StepEnd[] = []
  const past = [...run.past]
  let step = stepOf(walkthrough, run)
  let current: RunEvent = event
  const factsOf = (one: Step) => (isOwn(one) ? facts : onlyScreen(facts))
  let revisiting =
    run.revisiting === true && step !== undefined && isDoneOnPage(step, factsOf(step))
  while (step !== undefined) {
    const isEndedBefore = ended.some((end) => end.step === step?.id)
    // Which way to go on is for the step's own frame to tell.
    const isOthers = step.branch.length > 0 && !isOwn(step)
    const outcome =
      isEndedBefore || isOthers ? undefined : endOf(step, current, factsOf(step), revisiting)
    if (outcome === undefined) {
      if (current.type === 'gave-up-waiting' && step.missing === 'stop')
        return { state: 'over', outcome: 'blocked', ended }
      const { revisiting: _, ...kept } = run
      const next: Run = { ...kept, step: step.id, past }
      return { state: 'running', run: revisiting ? { ...next, revisiting } : next, ended }
    }
    ended.push({ step: step.id, outcome })
    past.push(step.id)
    step = stepAfter(walkthrough, step, facts)
    current = { type: 'look' }
    revisiting = false
  }
  return { state: 'over', outcome: 'completed', ended }
}

/** What to show. A step is shown only on its screen, and beside its target only where that is found. */
export function showingOf(step: Step, facts: Facts): Showing {
  if (step.screen !== undefined && facts.screen !== step.screen)
    return { state: 'waiting', step, reason: 'screen' }
  if (!areMet(step.requires, facts)) return { state: 'waiting', step, reason: 'requires' }
  if (step.target !== undefined && facts.presence(step.target) !== 'found')
    return { state: 'waiting', step, reason: 'target' }
  return { state: 'callout', step }
}
