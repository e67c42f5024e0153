import type { Detection } from '../../friction/detector.ts'
import { createDetectors } from '../../friction/detectors.ts'
import type { ControlId, Observation, Press } from '../../friction/observation.ts'
import type { OptInKind } from '../../vocabulary/dictionary.ts'
import { senseAlerts } from './alerts.ts'
import { ANIMATION_LOOK_MS, senseAnimations } from './animations.ts'
import { senseAttention } from './attention.ts'
import { senseContexts } from './contexts.ts'
import { createEars } from './ears.ts'
import { senseFields } from './fields.ts'
import { senseLife } from './life.ts'
import { senseMutations } from './mutations.ts'
import { sensePointer } from './pointer.ts'
import { sensePresses } from './presses.ts'
import { sensePrompted } from './prompted.ts'
import { createRegistry } from './registry.ts'
import { senseRequired } from './required.ts'
import { senseResources } from './resources.ts'
import { senseScrolls } from './scrolls.ts'
import type { Seen } from './seen.ts'
import type { Clock, Guard, Sensor } from './sensor.ts'
import { senseSheets } from './sheets.ts'
import { senseSubmits } from './submits.ts'
import { senseTasks } from './tasks.ts'
import { senseTimes } from './times.ts'

/** Judgement waits this much longer than the window, in ms: browsers report requests late. */
export const SETTLE_GRACE_MS = 100

export interface SensingOptions {
  view: Window & typeof globalThis
  clock: Clock
  /** Whether an element is part of Handrail itself: nothing on it is sensed. */
  isOwn(element: Element): boolean
  /** The signals that run although they are off by themselves. */
  optIn: readonly OptInKind[]
  /** The time of day, for late entries alone. */
  wallClock(): Date
  /** Wraps every callback that the page can cause to run. */
  guard: Guard
  onSignal(detection: Detection): void
  /** Aborting it takes every listener, observer and timer away. */
  signal: AbortSignal
}

export interface Sensing {
  /** Tells what a look has seen: which screen of the pack shows, and where its parts are. */
  looked(seen: Seen): void
  /** The element behind a detection's control, while it exists and is remembered. */
  elementOf(control: ControlId): Element | undefined
}

export type CreateSensing = (options: SensingOptions) => Sensing

/**
 * Starts to sense friction in one frame. Changes nothing on the page, patches nothing, and reads
 * no value, key, clipboard, selected text or text content.
 */
export const createSensing: CreateSensing = ({ onSignal, optIn, ...options }) => {
  const { signal, view } = options
  const registry = createRegistry()
  const detectors = createDetectors(onSignal, optIn)
  let seen: Seen | undefined
  const timers = new Set<() => void>()

  const clock: Clock = {
    now: options.clock.now,
    after(ms, fn) {
      const cancel = options.clock.after(ms, () => {
        timers.delete(stop)
        fn()
      })
      const stop = () => {
        timers.delete(stop)
        cancel()
      }
      timers.add(stop)
      return stop
    },
  }

  let stopTimer: (() => void) | undefined
  const judge = options.guard(() => {
    stopTimer = undefined
    mutations.flush()
    resources.flush()
    sheets.compare()
    const at = clock.now()
    detectors.observe({ type: 'tick', at })
    plan(at)
  })

  function plan(now: number) {
    const dueAt = detectors.dueAt()
    if (dueAt !== undefined && stopTimer === undefined)
      stopTimer = clock.after(Math.max(0, dueAt + SETTLE_GRACE_MS - now), judge)
  }

  function report(observation: Observation) {
    if (signal.aborted) return
    if (observation.type === 'press') press(observation)
    else detectors.observe(observation)
  }

  let stopLooking: (() => void) | undefined
  function press(seen: Press) {
    const now = seen.heardAt ?? seen.at
    // What changed before the press tells what changes by itself.
    mutations.flush()
    detectors.observe(seen)
    plan(now)
    if (!detectors.isAwaitingLife()) return
    const control = registry.elementOf(seen.control)
    mutations.watch(control, seen.at)
    sheets.pressed(seen.at)
    const lookAgain = options.guard(() => {
      mutations.flush()
      if (!detectors.isAwaitingLife()) return
      if (mutations.findShadowRoots())
        return report({ type: 'alive', source: 'mutation', at: seen.at })
      prompted.listen()
      if (control !== undefined) animations.look(control, seen.at)
    })
    stopLooking = clock.after(ANIMATION_LOOK_MS, lookAgain)
  }

  const sensor: Sensor = {
    view,
    clock,
    guard: options.guard,
    registry,
    ears: createEars(options),
    isOwn: options.isOwn,
    isJudging: detectors.isJudging,
    isAwaitingLife: detectors.isAwaitingLife,
    isLearning: detectors.isLearning,
    learnsAgainAt: detectors.learnsAgainAt,
    report,
    seen: () => seen,
    signal,
  }
  const resources = senseResources(sensor)
  const submits = senseSubmits(sensor)
  const prompted = sensePrompted(sensor)
  const mutations = senseMutations(sensor, submits, prompted, () => stopLooking?.())
  clock.after(0, options.guard(mutations.findShadowRoots))
  const animations = senseAnimations(sensor)
  const sheets = senseSheets(sensor)
  const used = senseRequired(sensor)
  sensePresses(sensor, used)
  senseLife(sensor)
  senseAttention(sensor)
  senseFields(sensor, used)
  senseScrolls(sensor)
  if (optIn.includes('thrashed_cursor')) sensePointer(sensor)
  if (optIn.includes('late_entry')) senseTimes(sensor, options.wallClock)
  const lookers = [senseTasks(sensor), senseAlerts(sensor), senseContexts(sensor)]
  signal.addEventListener('abort', () => {
    for (const stop of [...timers]) stop()
  })

  return {
    looked(now) {
      const isNews = seen?.screen !== now.screen || seen?.isDialog !== now.isDialog
      seen = now
      if (isNews)
        report({ type: 'screen', at: clock.now(), id: now.screen, isDialog: now.isDialog })
      // As at a press: what happened in one that nobody knew is not known.
      if (mutations.addShadowRoots(now.roots) && detectors.isAwaitingLife())
        report({ type: 'alive', source: 'mutation', at: clock.now() })
      for (const { look } of lookers) look(now)
    },
    elementOf: registry.elementOf,
  }
}
