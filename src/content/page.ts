import { createMemory } from '../anchors/memory.ts'
import type { PersonalState, TabRun } from '../messaging/protocol.ts'
import type { Screen } from '../vocabulary/pack.ts'
import { createPageClock } from './clock.ts'
import { signalOf } from './detected.ts'
import { nameElement } from './element-name.ts'
import type { Ground } from './ground.ts'
import type { Guard } from './guard.ts'
import { createGuidanceHost } from './guidance-host.ts'
import { createLookout, type Sight } from './lookout.ts'
import { createModals, mayAlert } from './modals.ts'
import { createPageWatch } from './page-watch.ts'
import { seenOf } from './seen.ts'
import { createSensingHost } from './sensing-host.ts'
import type { SidePort } from './side.ts'

interface Options extends Omit<Ground, 'clock' | 'lookNow' | 'nameElement'> {
  /** For what the page may cause hundreds of times a second. */
  guardOften: Guard
  isNewVisit: (screen: Screen | undefined, isCounting: boolean) => boolean
}

/** What the worker says to a page at work. */
interface RunningPage {
  take(tab: TabRun): void
  takePersonal(state: PersonalState): void
  toggleHelp(): void
  toggleFlags(): void
  side(port: SidePort): void
}

/**
 * Handrail at work on one page or frame: screen, friction, and the guidance where there is any, until
 * the signal ends it. The result takes in what the worker says of the tab and of the person.
 */
export function startPage({ guardOften, isNewVisit, ...options }: Options): RunningPage {
  const { page, setup, guard, isFrame, signal } = options
  const { document } = page
  const emit = setup.telemetry ? options.emit : () => {}
  const clock = createPageClock(page, signal)
  const memory = createMemory()
  const ownHost = () => guidance.now()?.host()
  const modals = createModals()
  const look = createLookout(document, setup.packs, ownHost, isFrame, memory, modals)
  let sight: Sight | undefined
  /** The pack that last knew the screen. */
  let lastPack = ''
  /** As the pack sees it that knows the screen; while none does, the one that last did. */
  const seenBy = () => sight?.here ?? sight?.of(lastPack)

  function lookNow() {
    sight = look(new URL(page.location.href))
    const { here } = sight
    const screen = here?.screen
    if (isNewVisit(screen, setup.telemetry) && here && screen)
      emit({ kind: 'visit', app: here.pack.app.id, screen: screen.id })
    guidance.look(sight)
    // Without consent nobody would be told of it.
    lastPack = here?.pack.id ?? lastPack
    const by = seenBy()
    if (setup.telemetry && by) sensing.looked(seenOf(by, sight.roots))
    return sight.roots
  }

  const guidance = createGuidanceHost({
    ...options,
    clock,
    emit,
    lookNow,
    nameElement: (element) => nameElement(element, sight?.here, setup.locale),
  })

  const sensing = createSensingHost({
    load: options.load,
    fail: options.fail,
    view: page,
    clock,
    guard,
    isOwn: (element) => ownHost()?.contains(element) ?? false,
    optIn: setup.optIn,
    wallClock: () => new Date(),
    onSignal(detection) {
      const by = seenBy()
      if (!by) return
      const { control } = detection
      const element = control === undefined ? undefined : sensing.now()?.elementOf(control)
      const at = element && nameElement(element, by, setup.locale)
      if (at?.target && by.screen?.ignore.includes(at.target)) return
      const signal = signalOf(detection, by.pack.app.id, at)
      if (signal) emit(signal)
    },
    signal,
  })

  /** Whether the changes told of last may bring up an alert: each is asked about once. */
  let mayAlertNow = false
  createPageWatch({
    page,
    own: ownHost,
    onChange: lookNow,
    onDelay: (changes) => guidance.now()?.delayed(changes),
    changed(changes) {
      memory.changed(changes)
      const alerting = changes.filter(mayAlert)
      mayAlertNow = alerting.length > 0
      if (!mayAlertNow) return
      modals.forget()
      guidance.now()?.alerted(alerting)
    },
    readAhead: (isLate) => memory.readAhead(document, isLate),
    glance: () => guidance.now()?.glance(look(new URL(page.location.href), true)) ?? false,
    concernOf: (changes) =>
      mayAlertNow && changes.length > 0 ? 'look' : guidance.now()?.concernOf(changes),
    guard,
    guardOften,
    signal,
  })
  return {
    take: guard(guidance.take),
    takePersonal: guard((state) => {
      // For the guidance, where that begins later.
      Object.assign(setup, state)
      guidance.now()?.takePersonal(state)
    }),
    toggleHelp: guard(guidance.toggleHelp),
    toggleFlags: guard(guidance.toggleFlags),
    side: guard(guidance.side),
  }
}
