import './dom-gaps.ts'
import { vi } from 'vitest'
import { createGuard } from '../../../src/content/guard.ts'
import { startPage } from '../../../src/content/page.ts'
import { createSignalQueue } from '../../../src/content/signal-queue.ts'
import { createVisits } from '../../../src/content/visits.ts'
import { OPT_IN_KINDS } from '../../../src/vocabulary/dictionary.ts'
import type { Pack } from '../../../src/vocabulary/pack.ts'
import { PREFERENCE_DEFAULTS } from '../../../src/vocabulary/preferences.ts'
import { createVisitBudget } from '../../../src/walkthroughs/interruptions.ts'
import { pickLanguage } from '../../../src/words/pick-language.ts'
import { addressOf, startApp, type TwinScreen, type TwinView } from './app.ts'
import { actInDom } from './dom-acts.ts'
import type { TwinPatient } from './patients.ts'
import type { Act } from './script.ts'
import { createTwinWorker } from './worker.ts'
import '../../../src/content/guidance-main.ts'
import '../../../src/content/reporting-main.ts'
import '../../../src/content/search-main.ts'
import '../../../src/content/sensing-main.ts'

/** A quarter past: no run reaches the next hour. */
const START = Date.UTC(2026, 10, 24, 14, 15)
/** What is pressed at the end has been judged by then. */
const JUDGED_MS = 12_000

/** What falls due within so many ms runs together; then the DOM has its say. Finer after an act. */
const SLICE_MS = { soon: 100, later: 1_000 }
const SOON_MS = 600

const realImmediate = globalThis.setImmediate
/** Until what the DOM has to tell of changes has reached every observer. */
export const delivery = () => new Promise<void>((delivered) => void realImmediate(delivered))

export interface Plant {
  /** Stands in for a detector that looks at the page: signals to send beside the true ones. */
  signals?: (patient: TwinPatient) => object[]
  /** Stands in for a wireframe that measures: changes a note before it is sent. */
  note?: <Note extends object>(note: Note, patient: TwinPatient) => Note
}

export interface DomRun {
  bodies: string[]
  /** Faults that switched Handrail off. */
  faults: string[]
}

/** One script on one patient's page, with Handrail's real modules from the page's events to the request. */
export async function runInDom(
  packs: Pack[],
  screen: TwinScreen,
  patient: TwinPatient,
  acts: readonly Act[],
  plant: Plant = {},
): Promise<DomRun> {
  vi.useFakeTimers({ now: START, toFake: FAKED })
  const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } }
  happyDOM.setURL(`https://127.0.0.1${addressOf(screen, patient)}`)
  startApp(window as TwinView, patient, screen)

  const ending = new AbortController()
  const worker = createTwinWorker(packs)
  const faults: string[] = []
  const fail = (error: unknown) => {
    if (!ending.signal.aborted)
      faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    ending.abort()
  }
  const queue = createSignalQueue({
    deliver: worker.signals,
    deliverLoss: async () => true,
    uuid: () => crypto.randomUUID(),
    schedule: (act, ms) => setTimeout(act, ms),
  })
  const isNewVisit = createVisits()
  const port = () => ({ disconnect() {}, onDisconnect: { addListener() {} } }) as never
  const running = startPage({
    page: window,
    setup: {
      packs: packs.filter(({ id }) => (id === 'openmrs') === screen.isOpenmrs),
      locale: 'en',
      language: pickLanguage('en'),
      telemetry: true,
      optIn: OPT_IN_KINDS,
      reporting: { comments: false, wireframes: true, flags: true },
      marks: {},
      quietHours: [],
      preferences: PREFERENCE_DEFAULTS,
    },
    ...createGuard(fail),
    emit: queue.add,
    isNewVisit: (at, isCounting) => isNewVisit(at, isCounting, performance.now()),
    isFrame: false,
    keep: (run) =>
      void Promise.resolve().then(() => running.take({ ...(run && { run }), holders: 1 })),
    keepMark: () => {},
    readPicture: async () => undefined,
    openPage: () => {},
    sendNote: (note) => worker.note(plant.note?.(note, patient) ?? note),
    keepPreferences: () => {},
    record: {},
    budget: createVisitBudget(async () => false),
    hold: port,
    type: port,
    load: async () => true,
    fail,
    signal: ending.signal,
  })
  const pass = async (ms: number) => {
    const slice = ms <= SOON_MS ? SLICE_MS.soon : SLICE_MS.later
    for (let left = ms; left > 0; left -= slice) {
      vi.advanceTimersByTime(Math.min(left, slice))
      await delivery()
    }
  }
  await pass(3_000)
  for (const act of acts) await actInDom(act, { patient, running, pass })
  for (const signal of plant.signals?.(patient) ?? []) queue.add(signal as never)
  await pass(JUDGED_MS)
  const bodies = await worker.sent()
  ending.abort()
  clean()
  vi.useRealTimers()
  return { bodies, faults }
}

const FAKED = [
  ...(['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] as const),
  ...(['performance', 'requestAnimationFrame', 'cancelAnimationFrame'] as const),
]

/** The document as it was before a page. */
function clean(): void {
  const root = document.documentElement
  for (const child of [...root.children])
    if (child !== document.head && child !== document.body) child.remove()
  document.head.replaceChildren()
  document.body.replaceChildren()
}
