import type { GuideView, Offer, WaitingView } from '../overlay/guide.ts'
import type { Pack, Screen, Step, Walkthrough } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { textOf } from '../vocabulary/texts.ts'
import { proceed, type RunEvent, showingOf, startRun, stepOf } from '../walkthroughs/machine.ts'
import type { PackSight, Sight } from './lookout.ts'
import { isAppAlerting } from './silence.ts'

/** How long a target may stay away on its own screen before its policy applies, in ms. */
export const MISSING_AFTER_MS = 8_000

interface Options {
  packs: readonly Pack[]
  locale: string
  telemetry: boolean
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
  const { packs, locale, emit } = options
  let run: Run | undefined = options.resumed
  let sight: Sight | undefined
  let completed: string | undefined
  let patience: { step: string; cancel: () => void } | undefined
  const shown = new Set<string>()

  const packOf = (id: string) => packs.find((pack) => pack.id === id)

  /** The step that is due, and the page as the run's own pack sees it. */
  function current() {
    const pack = run && packOf(run.pack)
    const walkthrough = pack?.walkthroughs.find(({ id }) => id === run?.walkthrough)
    const step = walkthrough && run && stepOf(walkthrough, run)
    const seen = pack && sight?.of(pack.id)
    return pack && walkthrough && step ? { pack, walkthrough, step, seen } : undefined
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
    const showing = at?.seen && showingOf(at.step, at.seen.facts)
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
    const progress = proceed(at.walkthrough, run, event, at.seen.facts)
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
      const { here } = next
      if (options.isNewVisit(here?.screen, options.telemetry) && here?.screen)
        emit({ kind: 'visit', ...idOf(here.pack), screen: here.screen.id })
      apply({ type: 'look' })
      watchPatience()
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
    /** A real press or input on an element, by its path through the page. */
    touched(type: 'press' | 'input', path: readonly EventTarget[]): boolean {
      const at = current()
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
