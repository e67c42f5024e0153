import type { TabRun } from '../messaging/protocol.ts'
import type { AsideView, GuideView } from '../overlay/guide.ts'
import type { Pack, Step } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { proceed, type RunEvent, startRun } from '../walkthroughs/machine.ts'
import { createClaim } from './claim.ts'
import { type DueStep, dueStep } from './due-step.ts'
import type { KnownParts } from './known-parts.ts'
import type { PackSight, Sight } from './lookout.ts'
import { createPackWords } from './pack-words.ts'
import { createPatience } from './patience.ts'
import { canBeKnown, type StepPart, stepView } from './step-view.ts'

interface Options {
  packs: readonly Pack[]
  locale: string
  telemetry: boolean
  /** Within a page: shows the steps of its own screen, and no more. */
  isFrame?: boolean
  /** Whether this is a frame without room for a callout. */
  isCramped?: () => boolean
  resumed: Run | undefined
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
  let run: Run | undefined = options.resumed
  let sight: Sight | undefined
  let completed: string | undefined
  const shown = new Set<string>()
  /** The page has changed about the target since the last look. */
  let isInDoubt = false

  const packOf = (id: string) => packs.find((pack) => pack.id === id)
  function current(): DueStep | undefined {
    const at = dueStep(packs, run, sight)
    if (!at || !options.known) return at
    // The step under way stays: it may have become known in another tab.
    return { ...at, walkthrough: options.known.shorten(at.pack, at.walkthrough, at.step.id) }
  }
  const isOwn = (pack: Pack, step: Step) => claim.isOwn(pack, step, sight)

  function watchPatience(): void {
    const at = current()
    patience.watch(at && isOwn(at.pack, at.step) ? at : undefined)
  }

  /** What of the step is for this page or frame to show. */
  function partOf(at: DueStep): StepPart | undefined {
    if (claim.isForWords(at)) return 'words'
    if (claim.isElsewhere(at, sight)) return undefined
    return options.isCramped?.() ? 'ring' : 'all'
  }

  const idOf = (pack: Pack) => ({ app: pack.app.id })

  /** Where an event of this pack has happened, in its own ids. */
  function placeOf(pack: Pack): { app: string; screen?: string } {
    const screen = sight?.of(pack.id)?.screen
    return screen ? { ...idOf(pack), screen: screen.id } : idOf(pack)
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
    if (run === undefined || !at?.seen) return
    const before = run
    const isOurs = (step: Step) => isOwn(at.pack, step)
    const progress = proceed(at.walkthrough, run, event, at.seen.facts, isOurs)
    for (const { step, outcome } of progress.ended)
      emit({ kind: 'step', walkthrough: at.walkthrough.id, step, outcome, ...placeOf(at.pack) })
    if (progress.state === 'over') {
      run = undefined
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
    } else run = progress.run
    if (run === undefined || !isSameRun(before, run)) options.keep(run)
    claim.watch(current())
    watchPatience()
  }

  return {
    /** Takes in what a look at the page has told. */
    look(next: Sight): void {
      sight = next
      isInDoubt = false
      claim.watch(current())
      apply({ type: 'look' })
      watchPatience()
    },
    /** Takes in what the worker holds for the tab: another frame may have gone on. */
    take(tab: TabRun): void {
      claim.count(tab)
      if (tab.run && run && isSameRun(tab.run, run)) {
        watchPatience()
        return
      }
      if (tab.run?.walkthrough !== run?.walkthrough || tab.run?.pack !== run?.pack) shown.clear()
      run = tab.run
      if (run !== undefined) completed = undefined
      claim.watch(current())
      apply({ type: 'look' })
      watchPatience()
    },
    /** Whether this frame lays claim to the present step. */
    isHolding: () => claim.isHolding(current(), sight),
    start(packId: string, id: string): void {
      const pack = packOf(packId)
      const walkthrough = pack?.walkthroughs.find((one) => one.id === id)
      if (!pack || !walkthrough) return
      if (run !== undefined) apply({ type: 'dismiss' })
      run = startRun(packId, options.known?.shorten(pack, walkthrough) ?? walkthrough)
      completed = undefined
      shown.clear()
      options.keep(run)
      emit({ kind: 'walkthrough', walkthrough: id, outcome: 'started', ...placeOf(pack) })
      apply({ type: 'look' })
      watchPatience()
    },
    act: (event: RunEvent) => apply(event),
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
    /** Whether a walkthrough is under way in the tab. */
    isRunning: () => run !== undefined,
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
          part: at && partOf(at),
          isInDoubt,
          canGoBack: (run?.past.length ?? 0) > 0,
        }),
        completed,
        telemetry: options.telemetry,
      }
    },
    stop: patience.calm,
  }
}

/** Where they are found; what is not found is covered by nothing. */
function noCoverOf(here: PackSight | undefined): Element[] {
  return (here?.screen?.noCover ?? []).flatMap((id) => {
    const finding = here?.find(id)
    return finding?.state === 'found' ? [finding.element] : []
  })
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
