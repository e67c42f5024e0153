import type { GuideView, Offer, WaitingView } from '../overlay/guide.ts'
import type { Pack, Step, Walkthrough } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { textOf } from '../vocabulary/texts.ts'
import { proceed, type RunEvent, showingOf, startRun, stepOf } from '../walkthroughs/machine.ts'
import type { Sight } from './lookout.ts'
import { isAppAlerting } from './silence.ts'
import type { IsNewVisit } from './visits.ts'

/** How long a target may stay away on its own screen before its policy applies, in ms. */
export const MISSING_AFTER_MS = 8_000

interface Options {
  document: Document
  packs: readonly Pack[]
  locale: string
  telemetry: boolean
  resumed: Run | undefined
  keep: (run: Run | undefined) => void
  emit: (signal: Omit<Signal, 'uid'>) => void
  isNewVisit: IsNewVisit
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

  function current(): { pack: Pack; walkthrough: Walkthrough; step: Step } | undefined {
    const pack = run && packOf(run.pack)
    const walkthrough = pack?.walkthroughs.find(({ id }) => id === run?.walkthrough)
    const step = walkthrough && run && stepOf(walkthrough, run)
    return pack && walkthrough && step ? { pack, walkthrough, step } : undefined
  }

  function screenField(): { screen?: string } {
    return sight?.screen ? { screen: sight.screen.id } : {}
  }

  function calm(): void {
    patience?.cancel()
    patience = undefined
  }

  /** Starts, keeps or stops waiting for a target that is not on its screen. */
  function watchPatience(): void {
    const at = current()
    const showing = at && sight && showingOf(at.step, sight.facts)
    const isMissed = showing?.state === 'waiting' && showing.reason === 'target'
    if (isMissed && patience?.step === showing.step.id) return
    calm()
    if (!isMissed) return
    const { id } = showing.step
    patience = { step: id, cancel: options.after(MISSING_AFTER_MS, () => giveUp(id)) }
  }

  function giveUp(step: string): void {
    const at = current()
    if (at?.step.id !== step || !sight?.screen || !at.step.target) return
    const presence = sight.facts.presence(at.step.target)
    if (presence === 'found') return
    emit({ kind: `target-${presence}`, screen: sight.screen.id, target: at.step.target })
    apply({ type: 'gave-up-waiting' })
  }

  function apply(event: RunEvent): void {
    const at = current()
    if (run === undefined || !at || !sight) return
    const before = run
    const progress = proceed(at.walkthrough, run, event, sight.facts)
    for (const { step, outcome } of progress.ended)
      emit({ kind: 'step', walkthrough: at.walkthrough.id, step, outcome, ...screenField() })
    if (progress.state === 'over') {
      run = undefined
      shown.clear()
      if (progress.outcome === 'completed') completed = titleOf(at.pack, at.walkthrough)
      emit({
        kind: 'walkthrough',
        walkthrough: at.walkthrough.id,
        outcome: progress.outcome,
        ...screenField(),
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
    return packs.flatMap((pack) =>
      pack.walkthroughs.map((walkthrough) => ({
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
        isHere: sight?.screen !== undefined && walkthrough.screens.includes(sight.screen.id),
      })),
    )
  }

  function targetElement(step: Step): Element | undefined {
    const finding = step.target === undefined ? undefined : sight?.find(step.target)
    return finding?.state === 'found' ? finding.element : undefined
  }

  function stepViews(): Pick<GuideView, 'callout' | 'waiting' | 'isSilent'> {
    const at = current()
    if (!at || !sight)
      return {
        callout: undefined,
        waiting: undefined,
        isSilent: isAppAlerting(options.document, undefined),
      }
    const { pack, walkthrough, step } = at
    const target = targetElement(step)
    const showing = showingOf(step, sight.facts)
    const place = {
      title: titleOf(pack, walkthrough),
      index: walkthrough.steps.indexOf(step) + 1,
      total: walkthrough.steps.length,
    }
    const isSilent = isAppAlerting(options.document, target)
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
      const screen = next.screen?.id
      if (options.isNewVisit(screen, options.telemetry) && screen !== undefined)
        emit({ kind: 'visit', screen })
      apply({ type: 'look' })
      watchPatience()
    },
    start(packId: string, id: string): void {
      const walkthrough = packOf(packId)?.walkthroughs.find((one) => one.id === id)
      if (!walkthrough) return
      if (run !== undefined) apply({ type: 'dismiss' })
      run = startRun(packId, walkthrough)
      completed = undefined
      shown.clear()
      options.keep(run)
      emit({ kind: 'walkthrough', walkthrough: id, outcome: 'started', ...screenField() })
      apply({ type: 'look' })
      watchPatience()
    },
    act: apply,
    /** A real press or input on an element, by its path through the page. */
    touched(type: 'press' | 'input', path: readonly EventTarget[]): boolean {
      const target = current()?.step.target
      const finding = target === undefined ? undefined : sight?.find(target)
      if (target === undefined || finding?.state !== 'found') return false
      if (!path.includes(finding.element)) return false
      apply({ type, target })
      return true
    },
    shown(walkthrough: string, step: string): void {
      if (shown.has(step)) return
      shown.add(step)
      emit({ kind: 'step', walkthrough, step, outcome: 'shown', ...screenField() })
    },
    dismissCompleted(): void {
      completed = undefined
    },
    sight: () => sight,
    view(): GuideView {
      const pack = sight?.pack ?? packs[0]
      return {
        locale,
        screen: sight?.screen && {
          id: sight.screen.id,
          title: (pack && screenTitle(pack, sight.screen.id)) ?? sight.screen.title,
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
