import type { GuideActions, Overlay } from '../overlay/guide.ts'
import { createOverlay } from '../overlay/overlay.tsx'
import { localDay } from '../walkthroughs/local-day.ts'
import { createAnnouncements } from './announcements.ts'
import { createChecklists } from './checklists.ts'
import { focusedField } from './focus.ts'
import type { CreateGuidance } from './ground.ts'
import { createGuide } from './guide.ts'
import { createHints } from './hints.ts'
import { createHold } from './hold.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'
import { createReadings } from './readings.ts'
import { createRoom } from './room.ts'
import { createSide } from './side.ts'
import { isInDoubt } from './surroundings.ts'
import { createSurveys } from './surveys.ts'
import { isOfElement } from './urgent.ts'

/** Wires walkthroughs and what stands beside them to the overlay. */
export const createGuidance: CreateGuidance = (ground) => {
  const { page, setup, isFrame, clock, guard, emit, signal } = ground
  const { document } = page
  const room = createRoom(page)
  const after = (ms: number, act: () => void) =>
    clock.after(
      ms,
      guard(() => update(act)),
    )

  const words = createPackWords(setup.packs, setup.locale)
  const personal = createPersonal(setup.marks, ground.keepMark)
  const checklists = createChecklists(setup.packs, words, personal)
  // Of a page only: which of several frames a hint would be for, nobody could say.
  const pagePacks = isFrame ? [] : setup.packs
  const hints = createHints({ packs: pagePacks, words, personal, emit, after })
  const guide = createGuide({
    packs: setup.packs,
    locale: setup.locale,
    telemetry: setup.telemetry,
    isFrame,
    isCramped: room.isCramped,
    resumed: setup.run,
    keep: ground.keep,
    emit,
    onCompleted: checklists.completed,
    after,
  })
  const hold = createHold({
    connect: ground.hold,
    after: (ms, act) => clock.after(ms, guard(act)),
    signal,
  })
  const readings = createReadings(pagePacks, words)
  const today = () => localDay(new Date())
  const redraw = guard(() => {
    if (!signal.aborted) draw()
  })
  const announcements = createAnnouncements({
    packs: pagePacks,
    words,
    personal,
    visit: ground.budget,
    today,
    onAnswer: redraw,
  })
  const surveys = createSurveys({
    packs: pagePacks,
    words,
    personal,
    telemetry: setup.telemetry,
    visit: ground.budget,
    today,
    emit,
    onAnswer: redraw,
  })

  let overlay: Overlay | undefined
  /** What the callout points at: a hint, which may stand for long, hurries no look. */
  let stepTarget: Element | undefined
  /** What the callout and the hints point at. */
  let pointed: Element[] = []
  let helpPresses = 0
  /** The side panel shows it all. */
  let isAside = setup.isAside ?? false

  function draw(): void {
    const kind = room.isCramped() ? 'cramped' : 'roomy'
    hold.set(guide.isHolding() ? kind : undefined)
    const of = guide.view()
    const sight = guide.sight()
    const isBusy = guide.isRunning() || of.isSilent
    const field = focusedField(document)
    const news = announcements.view(sight, isBusy, field !== undefined)
    const isTaken = isBusy || field !== undefined || news.announcement !== undefined
    const view = {
      ...of,
      helpPresses,
      ...news,
      survey: surveys.view(sight, isTaken),
      hints: hints.view(sight, field, isBusy || guide.isInDoubt()),
      hintCounts: hints.counts(sight),
      readings: readings.view(sight),
      checklists: isFrame ? [] : checklists.view(),
    }
    stepTarget = view.callout?.target
    pointed = [view.callout, ...view.hints].flatMap((one) => one?.target ?? [])
    const isAnything =
      view.callout || view.waiting || view.completed !== undefined || helpPresses > 0
    side.show(view)
    if (isAside) {
      overlay?.show({ ...view, isSilent: true })
      return
    }
    if (!overlay && !isAnything && (!view.screen || isFrame)) return
    overlay ??= createOverlay(document, setup.language, actions)
    overlay.show(view)
  }
  function update(act: () => void): void {
    act()
    draw()
  }
  const acting = <Args extends unknown[]>(act: (...args: Args) => void) =>
    guard((...args: Args) => update(() => act(...args)))

  const actions: GuideActions = {
    readPicture: ground.readPicture,
    openPage: ground.openPage,
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
    surveyShown: guard(surveys.shown),
    answerSurvey: acting(surveys.answer),
    putSurveyOff: acting(surveys.putOff),
    refuseSurvey: acting(surveys.refuse),
    closeSurvey: acting(surveys.close),
    report: guard((category, at) => {
      const here = guide.sight()?.here
      if (here?.screen === undefined) return
      const { target, role } = at ?? {}
      emit({
        kind: 'report',
        app: here.pack.app.id,
        screen: here.screen.id,
        outcome: category,
        ...(target ? { target } : {}),
        ...(!target && role ? { role } : {}),
      })
    }),
    nameElement: ground.nameElement,
    fail: ground.fail,
  }

  const side = createSide(actions, signal)
  const passive = { capture: true, passive: true, signal }
  const touched = (type: 'press' | 'input') =>
    guard((event: Event) => {
      if (!event.isTrusted) return
      if (guide.isInDoubt()) ground.lookNow()
      if (guide.touched(type, event.composedPath())) draw()
    })
  page.addEventListener('click', touched('press'), passive)
  // Not `input`: a step that asks for a value is done when the value is, not at its first digit.
  page.addEventListener('change', touched('input'), passive)
  if (hints.hasTips)
    for (const name of ['focusin', 'focusout'])
      page.addEventListener(
        name,
        // After the browser has moved the focus; what is beside a field is looked for anew.
        guard((event) => void (event.isTrusted && clock.after(0, guard(ground.lookNow)))),
        passive,
      )
  signal.addEventListener('abort', () => {
    guide.stop()
    hints.stop()
    overlay?.stop()
    overlay = undefined
  })

  return {
    host: () => overlay?.host,
    look(sight) {
      guide.look(sight)
      checklists.look(sight)
      draw()
    },
    take: acting((tab) => {
      isAside = tab.isAside ?? false
      guide.take(tab)
    }),
    side: acting((port) => side.add(port)),
    toggleHelp: acting(() => {
      helpPresses += 1
    }),
    delayed(changes) {
      if (guide.isInDoubt() || !pointed.some((target) => isInDoubt(target, changes))) return
      guide.doubt()
      draw()
    },
    concerns: (change) => isOfElement(change, stepTarget),
  }
}
