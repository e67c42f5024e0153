import type { Detection } from '../../../friction/detector.ts'
import { OPT_IN_KINDS } from '../../../vocabulary/dictionary.ts'
import type { PackSignals, Task } from '../../../vocabulary/pack-signals.ts'
import type { Seen } from '../seen.ts'
import { createSensing } from '../sensing.ts'

export const NOON = Date.UTC(2026, 10, 24, 12)

export const NO_SIGNALS: PackSignals = {
  ...{ alerts: [], notes: [], scans: [], times: [], lateEntry: false },
  ...{ required: [], charts: [], inbox: [] },
}

/** What a look tells of a screen; targets are the elements with their ids. */
export function seenAt(
  screen: string | undefined,
  signals: Partial<PackSignals> = {},
  more: Partial<Seen> & { tasks?: Task[]; patient?: Seen['pack']['app']['patient'] } = {},
): Seen {
  const { tasks = [], patient, ...rest } = more
  const app = { id: 'ehr', name: 'EHR', sites: [], testedWith: [], signing: [], patient }
  return {
    ...{ screen, isDialog: false, roots: [document] },
    pack: { app, signals: { ...NO_SIGNALS, ...signals }, tasks },
    find: (target) => document.getElementById(target) ?? undefined,
    areMet: () => false,
    ...rest,
  }
}

/** An event as the browser makes it for a person, or (untrusted) as a page makes one. */
export function send(
  target: EventTarget,
  type: string,
  fields: object = {},
  prepare = (_: Event) => {},
) {
  const event = new Event(type, { bubbles: true, composed: true })
  const all = { isTrusted: true, ...fields }
  for (const [name, value] of Object.entries(all)) Object.defineProperty(event, name, { value })
  prepare(event)
  target.dispatchEvent(event)
}

export function get(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`No #${id}`)
  return element
}

/** Until the records made so far have reached every mutation observer. */
export const delivery = () => new Promise((delivered) => setTimeout(delivered))

/** Sensing on the document as it stands, with a clock that the test moves. */
export function startSensed() {
  let time = 1000
  let timers: { at: number; fn: () => void }[] = []
  const detections: Detection[] = []
  const faults: unknown[] = []
  const abort = new AbortController()
  const sensing = createSensing({
    view: window,
    clock: {
      now: () => time,
      after(ms, fn) {
        const timer = { at: time + ms, fn }
        timers.push(timer)
        return () => {
          timers = timers.filter((other) => other !== timer)
        }
      },
    },
    isOwn: (element) => element.id === 'own',
    optIn: OPT_IN_KINDS,
    wallClock: () => new Date(NOON + time),
    guard:
      (fn) =>
      (...args) => {
        try {
          fn(...args)
        } catch (fault) {
          faults.push(fault)
        }
      },
    // What signals are measured against is tested with the detectors.
    onSignal: (detection) => detection.kind !== 'press' && detections.push(detection),
    signal: abort.signal,
  })

  return {
    sensing,
    detections,
    faults,
    abort: () => abort.abort(),
    timers: () => timers,
    /** Lets time pass on the injected clock, running what falls due. */
    pass(ms: number) {
      const end = time + ms
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        timers = timers.filter((timer) => timer !== next)
        time = Math.max(time, next.at)
        next.fn()
      }
      time = end
    },
    send: (target: EventTarget, type: string, fields: object = {}) =>
      send(target, type, { timeStamp: time, ...fields }),
    down: (target: EventTarget, fields = {}) =>
      send(target, 'pointerdown', {
        ...{ button: 0, isPrimary: true, clientX: 5, clientY: 5, timeStamp: time },
        ...fields,
      }),
    kinds: () => detections.map(({ kind }) => kind),
    outcomes: () => detections.map(({ kind, outcome }) => [kind, outcome]),
  }
}

export type Sensed = ReturnType<typeof startSensed>
