import type { TabRun } from '../messaging/protocol.ts'
import type { GuideView, Offer, WaitingView } from '../overlay/guide.ts'
import type { Pack, Screen, Step, Walkthrough } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { textOf } from '../vocabulary/texts.ts'
import { proceed, type RunEvent, showingOf, startRun, stepOf } from '../walkthroughs/machine.ts'
import type { PackSight, Sight } from './lookout.ts'
import { isAlertingOverFrames, isAppAlerting } from './silence.ts'

/** How long a target may stay away on its own screen before its policy applies, in ms. */
export const MISSING_AFTER_MS = 8_000

interface Options {
  packs: readonly Pack[]
  locale: string
  telemetry: boolean
  /** Within a page: shows the steps of its own screen, and no more. */
  isFrame?: boolean
  resumed: Run | undefined
  keep: (run: Run | undefined) => void
  emit: (signal: Omit<Signal, 'uid'>) => void
  isNewVisit: (screen: Screen | undefined, isCounting: boolean) => boolean
  /** Runs an act after some ms; the result takes it back. */
  after: (ms: number, act: () => void) => () => void
}

/**
 * The walkthrough under way and what there is to show: turns looks at the page and the person's
 * acts into events of the pure machine, and keeps its state where a reload finds it.
 */
export function createGuide(options: Options) {
  const { packs, locale, emit, isFrame = false } = options
  let run: Run | undefined = options.resumed
  let sight: Sight | undefined
  let completed: string | undefined
  let patience: { step: string; cancel: () => void } | undefined
  const shown = new Set<string>()
  /** How many frames of the tab show the present step's screen, as the worker has said last. */
  let holders = 0
  let isHolding = false
  /** The page has changed about the target since the last look. */
  let isInDoubt = false

  const packOf = (id: string) => packs.find((pack) => pack.id === id)

  /** The step that is due, and the page as the run's own pack sees it. */
  function current() {
    const pack = run && packOf(run.pack)
    const walkthrough = pack?.walkthroughs.find(({ id }) => id === run?.walkthrough)
    const step = walkthrough && run && stepOf(walkthrough, run)
    const seen = pack && sight?.of(pack.id)
    return pack && walkthrough && step ? { pack, walkthrough, step, seen } : undefined
  }

  const isOfFrame = (pack: Pack, step: Step) =>
    pack.screens.some(({ id, frame }) => frame && id === step.screen)

  /** Whether the step is for this frame to show and to judge: with two that could, it is for none. */
  function isOwn(pack: Pack, step: Step): boolean {
    if (!isOfFrame(pack, step)) return !isFrame
    return isFrame && isHolding && holders === 1 && sight?.of(pack.id)?.screen?.id === step.screen
  }

  function watchHolding(): void {
    const at = current()
    const holds = isFrame && at?.seen?.screen !== undefined && at.seen.screen.id === at.step.screen
    if (holds === isHolding) return
    isHolding = holds
    // Not known before the worker has counted this one too.
    if (holds) holders = 0
  }

  const idOf = (pack: Pack) => ({ app: pack.app.id })

  /** Where an event of this pack has happened, in its own ids. */
  function placeOf(pack: Pack): { app: string; screen?: string } {
    const screen = sight?.of(pack.id)?.screen
    return screen ? { ...idOf(pack), screen: screen.id } : idOf(pack)
  }

  function calm(): void {
    patience?.cancel()
    patience = undefined
  }

  /** Starts, keeps or stops waiting for a target that is not on its screen. */
  function watchPatience(): void {
    const at = current()
    const isOurs = at !== undefined && isOwn(at.pack, at.step)
    const showing = isOurs && at.seen ? showingOf(at.step, at.seen.facts) : undefined
    const isMissed = showing?.state === 'waiting' && showing.reason === 'target'
    if (isMissed && patience?.step === showing.step.id) return
    calm()
    if (!isMissed) return
    const { id } = showing.step
    patience = { step: id, cancel: options.after(MISSING_AFTER_MS, () => giveUp(id)) }
  }

  function giveUp(step: string): void {
    const at = current()
    if (at?.step.id !== step || !at.seen?.screen || !at.step.target) return
    const presence = at.seen.facts.presence(at.step.target)
    if (presence === 'found') return
    emit({ kind: `target-${presence}`, ...placeOf(at.pack), target: at.step.target })
    apply({ type: 'gave-up-waiting' })
  }

  function apply(event: RunEvent): void {
    const at = current()
    if (run === undefined || !at?.seen) return
    const before = run
    const isOurs = (step: Step) => isOwn(at.pack, step)
    const progress = proceed(at.walkthrough, run, event, at.seen.facts, isOurs)
    for (const { step, outcome } of progress.ended)
      emit({ kind: 'step', walkthrough: at.walkthrough.id, step, outcome, ...placeOf(at.pack) })
    if (progress.state === 'over') {
      run = undefined
      shown.clear()
      if (progress.outcome === 'completed') completed = titleOf(at.pack, at.walkthrough)
      emit({
        kind: 'walkthrough',
        walkthrough: at.walkthrough.id,
        outcome: progress.outcome,
        ...placeOf(at.pack),
      })
    } else run = progress.run
    if (run === undefined || !isSameRun(before, run)) options.keep(run)
    watchHolding()
    watchPatience()
  }

  const titleOf = (pack: Pack, { id, title }: Walkthrough) =>
    textOf(pack, locale, `walkthroughs.${id}.title`, title)

  function screenTitle(pack: Pack, id: string | undefined): string | undefined {
    const screen = pack.screens.find((candidate) => candidate.id === id)
    return screen && textOf(pack, locale, `screens.${screen.id}.title`, screen.title)
  }

  function offers(): Offer[] {
    return packs.flatMap((pack) => {
      const screen = sight?.of(pack.id)?.screen
      return pack.walkthroughs.map((walkthrough) => ({
        pack: pack.id,
        id: walkthrough.id,
        title: titleOf(pack, walkthrough),
        summary: textOf(
          pack,
          locale,
          `walkthroughs.${walkthrough.id}.summary`,
          walkthrough.summary,
        ),
        keywords: walkthrough.keywords.join(' '),
        isHere: screen !== undefined && walkthrough.screens.includes(screen.id),
      }))
    })
  }

  function targetElement(step: Step, seen: PackSight): Element | undefined {
    const finding = step.target === undefined ? undefined : seen.find(step.target)
    return finding?.state === 'found' ? finding.element : undefined
  }

  function stepViews(): Pick<GuideView, 'callout' | 'waiting' | 'isSilent'> {
    const at = current()
    const roots = sight?.roots ?? []
    if (!at?.seen)
      return { callout: undefined, waiting: undefined, isSilent: isAppAlerting(roots, undefined) }
    const { pack, walkthrough, step, seen } = at
    const target = targetElement(step, seen)
    const showing = showingOf(step, seen.facts)
    const place = {
      title: titleOf(pack, walkthrough),
      index: walkthrough.steps.indexOf(step) + 1,
      total: walkthrough.steps.length,
    }
    const isSilent = isAppAlerting(roots, target)
    const isElsewhere = isFrame ? !isOwn(pack, step) : isOfFrame(pack, step) && holders === 1
    if (isElsewhere) return { callout: undefined, waiting: undefined, isSilent }
    if (showing.state === 'waiting') {
      const waiting: WaitingView = {
        ...place,
        reason: showing.reason,
        screenTitle: screenTitle(pack, step.screen),
      }
      return { callout: undefined, waiting, isSilent }
    }
    const callout = {
      ...place,
      walkthrough: walkthrough.id,
      step: step.id,
      text: textOf(pack, locale, `walkthroughs.${walkthrough.id}.steps.${step.id}.text`, step.text),
      target,
      isInDoubt,
      placement: step.placement,
      isByAct: step.advance.on !== 'next',
      isLocked: step.locked,
      isSkippable: step.skippable,
      canGoBack: (run?.past.length ?? 0) > 0,
      isLast: place.index === place.total,
    }
    return { callout, waiting: undefined, isSilent }
  }

  return {
    /** Takes in what a look at the page has told. */
    look(next: Sight): void {
      sight = next
      isInDoubt = false
      const { here } = next
      if (options.isNewVisit(here?.screen, options.telemetry) && here?.screen)
        emit({ kind: 'visit', ...idOf(here.pack), screen: here.screen.id })
      watchHolding()
      apply({ type: 'look' })
      watchPatience()
    },
    /** Takes in what the worker holds for the tab: another frame may have gone on. */
    take(tab: TabRun): void {
      holders = tab.holders
      if (tab.run && run && isSameRun(tab.run, run)) {
        watchPatience()
        return
      }
      if (tab.run?.walkthrough !== run?.walkthrough || tab.run?.pack !== run?.pack) shown.clear()
      run = tab.run
      if (run !== undefined) completed = undefined
      watchHolding()
      apply({ type: 'look' })
      watchPatience()
    },
    /**
     * Whether this frame lays claim to the present step: it shows its screen, or, of a page with a
     * frame that does, an alert. With two claims nothing is pointed at.
     */
    isHolding(): boolean {
      if (isFrame) return isHolding
      const at = current()
      return (
        at !== undefined && isOfFrame(at.pack, at.step) && isAlertingOverFrames(sight?.roots ?? [])
      )
    },
    start(packId: string, id: string): void {
      const pack = packOf(packId)
      const walkthrough = pack?.walkthroughs.find((one) => one.id === id)
      if (!pack || !walkthrough) return
      if (run !== undefined) apply({ type: 'dismiss' })
      run = startRun(packId, walkthrough)
      completed = undefined
      shown.clear()
      options.keep(run)
      emit({ kind: 'walkthrough', walkthrough: id, outcome: 'started', ...placeOf(pack) })
      apply({ type: 'look' })
      watchPatience()
    },
    act: apply,
    /** What is pointed at may be another control by now: until the next look, nothing is. */
    doubt(): void {
      isInDoubt = true
    },
    isInDoubt: () => isInDoubt,
    /** A real press or input on an element, by its path through the page. */
    touched(type: 'press' | 'input', path: readonly EventTarget[]): boolean {
      const at = current()
      if (at && !isOwn(at.pack, at.step)) return false
      const target = at?.step.target
      const finding = target === undefined ? undefined : at?.seen?.find(target)
      if (target === undefined || finding?.state !== 'found') return false
      if (!path.includes(finding.element)) return false
      apply({ type, target })
      return true
    },
    shown(walkthrough: string, step: string): void {
      const at = current()
      if (!at || shown.has(step)) return
      shown.add(step)
      emit({ kind: 'step', walkthrough, step, outcome: 'shown', ...placeOf(at.pack) })
    },
    dismissCompleted(): void {
      completed = undefined
    },
    sight: () => sight,
    view(): GuideView {
      const { pack = packs[0], screen } = sight?.here ?? {}
      return {
        locale,
        isFrame,
        screen: screen && {
          id: screen.id,
          title: (pack && screenTitle(pack, screen.id)) ?? screen.title,
        },
        appName: pack?.app.name ?? '',
        offers: offers(),
        ...stepViews(),
        completed,
        telemetry: options.telemetry,
      }
    },
    stop: calm,
  }
}

function isSameRun(a: Run, b: Run): boolean {
  return (
    a.step === b.step &&
    a.walkthrough === b.walkthrough &&
    a.pack === b.pack &&
    a.past.length === b.past.length &&
    a.revisiting === b.revisiting
  )
}
