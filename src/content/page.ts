import { createMemory } from '../anchors/memory.ts'
import type { PageSetup, TabRun } from '../messaging/protocol.ts'
import type { GuideActions } from '../overlay/guide.ts'
import type { Mark } from '../vocabulary/mark.ts'
import type { Screen } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import type { VisitBudget } from '../walkthroughs/interruptions.ts'
import { localDay } from '../walkthroughs/local-day.ts'
import { createAnnouncements } from './announcements.ts'
import { createChecklists } from './checklists.ts'
import { createPageClock } from './clock.ts'
import { nameElement } from './element-name.ts'
import { focusedField } from './focus.ts'
import type { Guard } from './guard.ts'
import { createGuide } from './guide.ts'
import { createHints } from './hints.ts'
import { createHold, type HoldKind, type HoldPort } from './hold.ts'
import { createLookout } from './lookout.ts'
import { createOverlayHost } from './overlay-host.ts'
import { createPackWords } from './pack-words.ts'
import { createPageWatch } from './page-watch.ts'
import { createPersonal } from './personal.ts'
import { createRoom } from './room.ts'
import { createSensing } from './sensing/sensing.ts'
import { isInDoubt } from './surroundings.ts'
import { isOfElement, mayAlert } from './urgent.ts'

interface Options {
  page: Window & typeof globalThis
  setup: PageSetup
  guard: Guard
  emit: (signal: Omit<Signal, 'uid'>) => void
  isNewVisit: (screen: Screen | undefined, isCounting: boolean) => boolean
  /** Whether this is a frame within a page. */
  isFrame: boolean
  keep: (run: Run | undefined) => void
  keepMark: (mark: Mark) => void
  /** Of this visit of the page. */
  budget: VisitBudget
  /** Opens the port that says: this frame shows the present step's screen. */
  hold: (kind: HoldKind) => HoldPort
  loadOverlay: () => Promise<boolean>
  fail: (error: unknown) => void
  signal: AbortSignal
}

/**
 * Handrail at work on one page or frame: screen, walkthrough, overlay and friction, until the signal
 * ends it. The result takes in what the worker says of the tab's walkthrough.
 */
export function startPage({
  page,
  setup,
  guard,
  isFrame,
  keep,
  keepMark,
  budget,
  isNewVisit,
  signal,
  ...options
}: Options): (tab: TabRun) => void {
  const { document } = page
  const emit = setup.telemetry ? options.emit : () => {}
  const clock = createPageClock(page, signal)
  const memory = createMemory()
  const look = createLookout(document, setup.packs, () => overlay.host(), isFrame, memory)

  const room = createRoom(page)
  const after = (ms: number, act: () => void) =>
    clock.after(
      ms,
      guard(() => update(act)),
    )

  const words = createPackWords(setup.packs, setup.locale)
  const personal = createPersonal(setup.marks, keepMark)
  const checklists = createChecklists(setup.packs, words, personal)
  const guide = createGuide({
    packs: setup.packs,
    locale: setup.locale,
    telemetry: setup.telemetry,
    isFrame,
    isCramped: room.isCramped,
    resumed: setup.run,
    keep,
    emit,
    isNewVisit,
    onCompleted: checklists.completed,
    after,
  })
  const hints = createHints({
    // Of a page only: which of several frames a hint would be for, nobody could say.
    packs: isFrame ? [] : setup.packs,
    words,
    personal,
    emit,
    after,
  })

  const hold = createHold({
    connect: options.hold,
    after: (ms, act) => clock.after(ms, guard(act)),
    signal,
  })

  const announcements = createAnnouncements({
    packs: isFrame ? [] : setup.packs,
    words,
    personal,
    visit: budget,
    today: () => localDay(new Date()),
    onAnswer: guard(() => {
      if (!signal.aborted) draw()
    }),
  })

  /** What the callout points at: a hint, which may stand for long, hurries no look. */
  let stepTarget: Element | undefined
  /** What the callout and the hints point at. */
  let pointed: Element[] = []

  function draw(): void {
    const kind = room.isCramped() ? 'cramped' : 'roomy'
    hold.set(guide.isHolding() ? kind : undefined)
    const of = guide.view()
    const sight = guide.sight()
    const isBusy = guide.isRunning() || of.isSilent
    const field = focusedField(document)
    const view = {
      ...of,
      ...announcements.view(sight, isBusy, field !== undefined),
      hints: hints.view(sight, field, isBusy || guide.isInDoubt()),
      hintCounts: hints.counts(sight),
      checklists: isFrame ? [] : checklists.view(),
    }
    stepTarget = view.callout?.target
    pointed = [view.callout, ...view.hints].flatMap((one) => one?.target ?? [])
    const isAnything = view.callout || view.waiting || view.completed !== undefined
    if (overlay.host() || isAnything || (view.screen && !isFrame)) overlay.show(view)
  }
  function update(act: () => void): void {
    act()
    draw()
  }
  const acting = <Args extends unknown[]>(act: (...args: Args) => void) =>
    guard((...args: Args) => update(() => act(...args)))

  const actions: GuideActions = {
    start: acting(guide.start),
    next: acting(() => guide.act({ type: 'next' })),
    back: acting(() => guide.act({ type: 'back' })),
    skip: acting(() => guide.act({ type: 'skip' })),
    dismiss: acting(() => guide.act({ type: 'dismiss' })),
    shown: guard(guide.shown),
    noRoom: acting(room.refuse),
    dismissCompleted: acting(guide.dismissCompleted),
    putHintAway: acting(hints.putAway),
    setHints: acting((isShown) => hints.setAll(guide.sight(), isShown)),
    hideChecklist: acting(checklists.hide),
    announcementRead: acting(announcements.gotIt),
    report: guard((category, pointed) => {
      const here = guide.sight()?.here
      if (here?.screen === undefined) return
      const { target, role } = pointed ?? {}
      emit({
        kind: 'report',
        app: here.pack.app.id,
        screen: here.screen.id,
        outcome: category,
        ...(target ? { target } : {}),
        ...(!target && role ? { role } : {}),
      })
    }),
    nameElement(element) {
      return nameElement(element, guide.sight()?.here, setup.locale)
    },
    fail: options.fail,
  }
  const overlay = createOverlayHost({ document, actions, load: options.loadOverlay, signal })

  const sensing = createSensing({
    view: page,
    clock,
    guard,
    isOwn: (element) => overlay.host()?.contains(element) ?? false,
    onSignal({ kind, control, screen }) {
      const here = guide.sight()?.here
      if (screen === undefined || !here) return
      const element = control === undefined ? undefined : sensing.elementOf(control)
      const { target, role } = element ? nameElement(element, here, setup.locale) : {}
      if (target && here.screen?.ignore.includes(target)) return
      const app = here.pack.app.id
      emit({ kind, app, screen, ...(target ? { target } : {}), ...(role ? { role } : {}) })
    },
    signal,
  })

  function lookNow() {
    const sight = look(new URL(page.location.href))
    const screen = sight.here?.screen
    guide.look(sight)
    checklists.look(sight)
    sensing.screenChanged(screen?.id, screen?.dialog ?? false)
    draw()
    return sight.roots
  }

  const touched = (type: 'press' | 'input') =>
    guard((event: Event) => {
      if (!event.isTrusted) return
      if (guide.isInDoubt()) lookNow()
      if (guide.touched(type, event.composedPath())) draw()
    })
  const passive = { capture: true, passive: true, signal }
  page.addEventListener('click', touched('press'), passive)

  // Not `input`: a step that asks for a value is done when the value is, not at its first digit.
  page.addEventListener('change', touched('input'), passive)

  createPageWatch({
    page,
    own: overlay.host,
    onChange: lookNow,
    onDelay(records) {
      if (guide.isInDoubt() || !pointed.some((target) => isInDoubt(target, records))) return
      guide.doubt()
      draw()
    },
    changed: memory.changed,
    isUrgent(changes) {
      return changes.some((change) => isOfElement(change, stepTarget) || mayAlert(change))
    },
    guard,
    signal,
  })
  if (hints.hasTips)
    for (const name of ['focusin', 'focusout'])
      page.addEventListener(
        name,
        // After the browser has moved the focus; what is beside a field is looked for anew.
        guard((event) => void (event.isTrusted && clock.after(0, guard(lookNow)))),
        passive,
      )
  signal.addEventListener('abort', () => {
    guide.stop()
    hints.stop()
  })
  return acting(guide.take)
}
