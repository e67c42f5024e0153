import { createHelpSearch } from '../friction/help-search.ts'
import type { GuideActions, Overlay } from '../overlay/guide.ts'
import { createOverlay } from '../overlay/overlay.tsx'
import type { Reporting } from '../overlay/reporting/reporting.ts'
import { localDay } from '../walkthroughs/local-day.ts'
import { minuteOfDay } from '../walkthroughs/quiet-hours.ts'
import { createAnnouncements } from './announcements.ts'
import { createChecklists } from './checklists.ts'
import { createConcerns } from './concerns.ts'
import { focusedField } from './focus.ts'
import type { CreateGuidance } from './ground.ts'
import { createGuide } from './guide.ts'
import { createHints } from './hints.ts'
import { createHold } from './hold.ts'
import { createKnownParts } from './known-parts.ts'
import { createLateValue } from './late-value.ts'
import { createOffers } from './offers.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'
import { createPrompts } from './prompts.ts'
import { createQuiet } from './quiet.ts'
import { createReadings } from './readings.ts'
import { createRoom } from './room.ts'
import { createSide } from './side.ts'
import { isSigning } from './signing.ts'
import { createSurveys } from './surveys.ts'
import { hearTouches } from './touches.ts'
import { createTyping } from './typing.ts'

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
  const known = createKnownParts(personal)
  let preferences = setup.preferences
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
    record: ground.record,
    known,
    keep: ground.keep,
    emit,
    onCompleted(pack, id) {
      personal.set({ pack: pack.id, list: 'walkthroughs', id, value: 1 })
      checklists.completed(pack, id)
    },
    after,
  })
  const hold = createHold({
    connect: ground.hold,
    after: (ms, act) => clock.after(ms, guard(act)),
    signal,
  })
  const offers = createOffers(setup.packs, personal, known)
  const readings = createReadings(pagePacks, words)
  const today = () => localDay(new Date())
  const announcements = createAnnouncements({ packs: pagePacks, words, personal, today })
  const surveys = createSurveys({ packs: pagePacks, words, personal, today, emit })
  const prompts = createPrompts({
    packs: pagePacks,
    words,
    personal,
    visit: ground.budget,
    quietHours: setup.quietHours,
    now: () => ({ day: today(), minute: minuteOfDay(new Date()) }),
    onAnswer: guard(() => {
      if (!signal.aborted) draw()
    }),
  })

  // Without screens of frames there is no other frame at work that would have to know.
  const hasFrames = setup.packs.some(({ screens }) => screens.some(({ frame }) => frame))
  const typingHold = createHold({
    connect: ground.type,
    after: (ms, act) => clock.after(ms, guard(act)),
    signal,
  })
  const helpSearch = createHelpSearch((outcome) => {
    const here = guide.sight()?.here
    if (here?.screen)
      emit({ kind: 'help_search_miss', app: here.pack.app.id, screen: here.screen.id, outcome })
  })
  const typing = createTyping({
    page,
    own: () => overlay?.host,
    after: (ms, act) => clock.after(ms, guard(act)),
    onBegin() {
      if (hasFrames) typingHold.set('typing')
    },
    onPause() {
      typingHold.set(undefined)
      draw()
    },
    guard,
    signal,
  })
  const keepBack = createQuiet()
  const concerns = createConcerns(guide)

  let overlay: Overlay | undefined
  let helpPresses = 0
  let flagPresses = 0
  /** The side panel shows it all. */
  let isAside = setup.isAside ?? false
  let isTypingElsewhere = false

  function draw(): void {
    const kind = room.isCramped() ? 'cramped' : 'roomy'
    hold.set(guide.isHolding() ? kind : undefined)
    const of = guide.view()
    const sight = guide.sight()
    const isBusy = guide.isRunning() || of.isSilent
    const field = focusedField(document)
    const sights = setup.packs.flatMap(({ id }) => sight?.of(id) ?? [])
    const isAtWork = isBusy && of.elsewhere === undefined
    const quiet = {
      isTyping: typing.isTyping() || isTypingElsewhere,
      isSigning: isSigning(sights, guide.current(), field),
    }
    // Beside the page nothing comes up by itself: it would use up the day's budget unseen.
    const isInField = field !== undefined || isTypingElsewhere
    const isTaken = isBusy || isAside || quiet.isSigning
    const all = {
      ...of,
      helpPresses,
      flagPresses,
      offers: offers.arrange(of.offers),
      settings: offers.settings(of.offers, preferences),
      news: announcements.news(sight),
      prompt: prompts.view(sight, isTaken, isInField) ?? surveys.thanks(isTaken || isInField),
      hints: hints.view(sight, field, isAtWork || guide.doubts.isAny()),
      hintCounts: hints.counts(sight),
      readings: readings.view(sight),
      checklists: isFrame ? [] : checklists.view(),
    }
    const view = keepBack(all, quiet)
    concerns.shown(view)
    const isAnything =
      view.callout ||
      view.waiting ||
      view.recordPause ||
      view.completed !== undefined ||
      helpPresses + flagPresses > 0
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

  const late = { load: ground.load, fail: ground.fail, signal }
  const needReportingPart = createLateValue({ ...late, name: 'reporting' })
  let reporting: Reporting | undefined
  const actions: GuideActions = {
    needSearch: createLateValue({ ...late, name: 'search' }),
    needReporting: (owner, take) =>
      needReportingPart((create) => {
        reporting ??= create(owner, {
          packs: setup.packs,
          locale: setup.locale,
          allowed: setup.reporting,
          here() {
            const here = guide.sight()?.here
            return here?.screen && { app: here.pack.app.id, screen: here.screen.id }
          },
          emit,
          sendNote: ground.sendNote,
          nameElement: ground.nameElement,
          today,
          uuid: () => crypto.randomUUID(),
        })
        take(reporting)
      }),
    readPicture: ground.readPicture,
    openPage: ground.openPage,
    helpSearch: guard((act) => helpSearch({ ...act, at: clock.now() })),
    start: acting(guide.start),
    next: acting(() => guide.act({ type: 'next' })),
    back: acting(() => guide.act({ type: 'back' })),
    skip: acting(() => guide.act({ type: 'skip' })),
    continueHere: acting(guide.continueHere),
    goOn: acting(guide.goOn),
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
    pin: acting(offers.pin),
    hideWalkthrough: acting(offers.hide),
    showAllSteps: acting(offers.showAllSteps),
    knowPart: acting(guide.knowPart),
    prefer: acting((chosen) => {
      preferences = chosen
      ground.keepPreferences(chosen)
    }),
    declineOffer: acting(prompts.putAside),
    fail: ground.fail,
  }

  const side = createSide(actions, signal)
  hearTouches({ ...ground, guide, draw, hasTips: hints.hasTips })
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
      isTypingElsewhere = tab.isTypingElsewhere ?? false
      guide.take(tab)
    }),
    side: acting((port) => side.add(port)),
    toggleHelp: acting(() => {
      helpPresses += 1
    }),
    toggleFlags: acting(() => {
      flagPresses += 1
    }),
    takePersonal: acting((state) => {
      personal.take(state.marks)
      preferences = state.preferences
    }),
    alerted(changes) {
      if (concerns.alerted(changes)) draw()
    },
    delayed(changes) {
      if (concerns.delayed(changes)) draw()
    },
    concernOf: concerns.of,
    glance(sight) {
      const wasInDoubt = guide.doubts.isAny()
      if (!guide.glance(sight)) return false
      if (guide.doubts.isAny() !== wasInDoubt) draw()
      return true
    },
  }
}
