import type { TabRun } from '../messaging/protocol.ts'
import type { AsideView, GuideView } from '../overlay/guide.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import type { Pack, Step } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { countedEnds } from '../walkthroughs/counted-ends.ts'
import { isElsewhere } from '../walkthroughs/drift.ts'
import { onlyScreen } from '../walkthroughs/facts.ts'
import { canGoBack, proceed, type RunEvent, startRun } from '../walkthroughs/machine.ts'
import { isSameRun } from '../walkthroughs/same-run.ts'
import { isAsLooked } from './as-looked.ts'
import { createClaim } from './claim.ts'
import { createDoubts } from './doubts.ts'
import { type DueStep, dueStep, planIn } from './due-step.ts'
import type { KnownParts } from './known-parts.ts'
import type { Sight } from './lookout.ts'
import { noCoverOf } from './no-cover.ts'
import { createPackWords } from './pack-words.ts'
import { createPatience } from './patience.ts'
import type { HeldRecord } from './record-watch.ts'
import { createRunRecord } from './run-record.ts'
import { canBeKnown, stepView } from './step-view.ts'

interface Options {
  packs: readonly Pack[]
  locale: string
  telemetry: boolean
  /** Within a page: shows the steps of its own screen, and no more. */
  isFrame?: boolean
  /** Whether this is a frame without room for a callout. */
  isCramped?: () => boolean
  resumed: Run | undefined
  /** The record that the walkthrough is in, which outlives this guide and no document. */
  record: HeldRecord
  /** What the person knows is left out of walkthroughs. */
  known?: KnownParts
  keep: (run: Run | undefined) => void
  emit: (signal: Omit<Signal, 'uid'>) => void
  onCompleted?: (pack: Pack, walkthrough: string) => void
  /** Runs an act after some ms; the result takes it back. */
  after: (ms: number, act: () => void) => () => void
}

/**
 * The walkthrough under way and what there is to show: turns looks at the page and the person's
 * acts into events of the pure machine, and keeps its state where a reload finds it.
 */
export function createGuide(options: Options) {
  const { packs, locale, emit, isFrame = false } = options
  const words = createPackWords(packs, locale)
  const claim = createClaim(isFrame)
  const patience = createPatience({ after: options.after, giveUp })
  const records = createRunRecord({
    held: options.record,
    after: options.after,
    onSettled: judge,
    change(changed) {
      run = changed
      options.keep(changed)
    },
  })
  let run: Run | undefined = options.resumed
  /** Gone elsewhere, the person has asked for the way back. */
  let isReturning = false
  let sight: Sight | undefined
  let completed: string | undefined
  const shown = new Set<string>()
  const doubts = createDoubts()

  function current(): DueStep | undefined {
    const at = dueStep(packs, run, sight)
    if (!at || !options.known) return at
    // The step under way stays: it may have become known in another tab.
    return { ...at, walkthrough: options.known.shorten(at.pack, at.walkthrough, at.step.id) }
  }
  const isOwn = (pack: Pack, step: Step) => claim.isOwn(pack, step, sight)

  /** Whose record is open, is for the page to tell: its frames stay silent while it is another. */
  function judge(): void {
    if (!isFrame) records.judge(run, current())
  }

  const isAway = ({ walkthrough, step, seen }: DueStep) =>
    seen !== undefined && isElsewhere(walkthrough, step, seen.facts)

  function watchPatience(): void {
    const at = records.pause() === undefined ? current() : undefined
    patience.watch(at && isOwn(at.pack, at.step) && !isAway(at) ? at : undefined)
    if (at?.seen && !isAway(at)) isReturning = false
  }

  /** Where an event of this pack has happened, in its own ids. */
  function placeOf(pack: Pack): { app: string; screen?: string } {
    const screen = sight?.of(pack.id)?.screen
    return { app: pack.app.id, ...(screen && { screen: screen.id }) }
  }

  function giveUp(step: string): void {
    const at = current()
    if (at?.step.id !== step || !at.seen?.screen || !at.step.target) return
    const presence = at.seen.facts.presence(at.step.target)
    if (presence === 'found') return
    emit({ kind: `target-${presence}`, ...placeOf(at.pack), target: at.step.target })
    apply({ type: 'gave-up-waiting' })
  }

  function apply(event: RunEvent, at = current()): void {
    if (run === undefined || !at) return
    // It can be ended whatever the page is, and before it was looked at.
    const isEnd = event.type === 'dismiss'
    const facts = at.seen?.facts ?? (isEnd ? onlyScreen({ screen: undefined }) : undefined)
    if (facts === undefined || (records.pause() !== undefined && !isEnd)) return
    const before = run
    const isOurs = (step: Step) => isOwn(at.pack, step)
    const progress = proceed(at.walkthrough, run, event, facts, isOurs)
    const following = progress.state === 'running' ? progress.run.step : undefined
    for (const { step, outcome } of countedEnds(at.walkthrough.steps, progress.ended, following))
      emit({ kind: 'step', walkthrough: at.walkthrough.id, step, outcome, ...placeOf(at.pack) })
    if (progress.state === 'over') {
      run = undefined
      isReturning = false
      records.forget()
      shown.clear()
      if (progress.outcome === 'completed') {
        completed = words.titleOf(at.pack, at.walkthrough)
        options.onCompleted?.(at.pack, at.walkthrough.id)
      }
      emit({
        kind: 'walkthrough',
        walkthrough: at.walkthrough.id,
        outcome: progress.outcome,
        ...placeOf(at.pack),
      })
    } else {
      run = progress.run
      if (run.step !== before.step) judge()
    }
    if (run === undefined || !isSameRun(before, run)) options.keep(run)
    claim.watch(current())
    watchPatience()
  }

  /** The page, the run or the record is another now. */
  function judgeAgain(): void {
    claim.watch(current())
    judge()
    apply({ type: 'look' })
    watchPatience()
  }

  return {
    /** Takes in what a look at the page has told. */
    look(next: Sight): void {
      sight = next
      doubts.looked()
      judgeAgain()
    },
    /**
     * Takes in a glance: whether the step would stay as it is and points at the same control on the same
     * screen. It tells nothing of whose record is open: doubt about that stays until a look.
     */
    glance(next: Sight): boolean {
      const at = current()
      if (run === undefined || at === undefined || sight === undefined) return false
      const isSame = isAsLooked(at, { run, sight, next, isOurs: (step) => isOwn(at.pack, step) })
      if (isSame) doubts.glanced()
      return isSame
    },
    /** Takes in what the worker holds for the tab: another frame may have gone on. */
    take(tab: TabRun): void {
      claim.count(tab)
      if (tab.run && run && isSameRun(tab.run, run)) {
        watchPatience()
        return
      }
      if (tab.run?.walkthrough !== run?.walkthrough || tab.run?.pack !== run?.pack) {
        shown.clear()
        records.forget()
      }
      run = tab.run
      if (run !== undefined) completed = undefined
      judgeAgain()
    },
    /** Whether this frame lays claim to the present step. */
    isHolding: () =>
      claim.isHolding(current(), sight, doubts.isAlerted() || records.pause() !== undefined),
    start(packId: string, id: string): void {
      const pack = packs.find((one) => one.id === packId)
      const walkthrough = pack && planIn(pack, id)
      if (!pack || !walkthrough) return
      if (run !== undefined) apply({ type: 'dismiss' })
      run = startRun(packId, options.known?.shorten(pack, walkthrough) ?? walkthrough)
      completed = undefined
      shown.clear()
      records.forget()
      options.keep(run)
      emit({ kind: 'walkthrough', walkthrough: id, outcome: 'started', ...placeOf(pack) })
      judgeAgain()
    },
    act: (event: RunEvent) => apply(event),
    /** The person goes on in the record that is open. */
    continueHere(): void {
      if (run === undefined || !records.goOn(run)) return
      apply({ type: 'look' })
      watchPatience()
    },
    /** The person wants to go back to the walkthrough. */
    goOn(): void {
      isReturning = true
    },
    /** The part of the page that says whose record is open, while a walkthrough is under way. */
    recordPart: () => (run === undefined ? undefined : records.part()),
    /** The person knows the part that the present step is of: from now on its steps are left out. */
    knowPart(): void {
      const at = current()
      if (at?.step.section === undefined || !canBeKnown(at)) return
      options.known?.know(at.pack, at.walkthrough, at.step.section)
      const rest = current()
      if (!rest) return
      const step = { ...at.step, skippable: true }
      const steps = rest.walkthrough.steps.map((one) => (one.id === step.id ? step : one))
      apply({ type: 'skip' }, { ...rest, step, walkthrough: { ...rest.walkthrough, steps } })
    },
    doubts,
    /** The recipe of the target that the step waits for, where this page or frame is to find it. */
    awaited(): Anchor | undefined {
      const at = current()
      const id = at?.step.target
      if (!at?.seen || id === undefined || !isOwn(at.pack, at.step)) return undefined
      if (at.seen.find(id).state === 'found') return undefined
      return at.pack.targets.find((target) => target.id === id)?.anchor
    },
    /** A real press or input on an element, by its path through the page. */
    touched(type: 'press' | 'input', path: readonly EventTarget[]): boolean {
      const at = current()
      if (records.pause() !== undefined || (at && !isOwn(at.pack, at.step))) return false
      const target = at?.step.target
      const finding = target === undefined ? undefined : at?.seen?.find(target)
      if (target === undefined || finding?.state !== 'found') return false
      if (!path.includes(finding.element)) return false
      apply({ type, target })
      return true
    },
    /** A callout has been painted and is in view. It counts once a run, and never after its end. */
    shown(walkthrough: string, path: string): void {
      const at = current()
      const step = at?.walkthrough.steps.find(({ id }) => id === path)?.countsAs
      if (at?.walkthrough.id !== walkthrough || step === undefined || shown.has(step)) return
      shown.add(step)
      emit({ kind: 'step', walkthrough, step, outcome: 'shown', ...placeOf(at.pack) })
    },
    dismissCompleted(): void {
      completed = undefined
    },
    sight: () => sight,
    /** Whether a walkthrough is under way in the tab. */
    isRunning: () => run !== undefined,
    /** The step that is due, with what the page is as its pack sees it. */
    current,
    view(): Omit<GuideView, keyof AsideView> {
      const { pack = packs[0], screen } = sight?.here ?? {}
      const at = current()
      return {
        isFrame,
        screen: screen && {
          id: screen.id,
          title: (pack && words.screenTitle(pack, screen.id)) ?? screen.title,
        },
        appName: pack?.app.name ?? '',
        noCover: noCoverOf(sight?.here),
        offers: words.offers(sight),
        ...stepView({
          at,
          sight,
          words,
          part: at && claim.partOf(at, sight, options.isCramped?.() ?? false),
          isInDoubt: doubts.isAny(),
          isAlerted: doubts.isAlerted(),
          recordPause: records.pause(),
          isReturning,
          canGoBack: at !== undefined && run !== undefined && canGoBack(at.walkthrough, run),
        }),
        completed,
        telemetry: options.telemetry,
      }
    },
    stop: patience.calm,
  }
}

export type Guide = ReturnType<typeof createGuide>
