import { isExtensionAlive, pageRuntime } from '../browser/runtime.ts'
import { isNotice } from '../messaging/notice.ts'
import { CRAMPED_PORT, HOLD_PORT, TYPING_PORT } from '../messaging/protocol.ts'
import { request } from '../messaging/request.ts'
import { removeLeftovers } from '../overlay/leftovers.ts'
import { SIDE_PORT } from '../overlay/side-view.ts'
import { createVisitBudget } from '../walkthroughs/interruptions.ts'
import type { Prompt } from '../walkthroughs/prompts.ts'
import { createGuard, isContextGone } from './guard.ts'
import { startPage } from './page.ts'
import { createSignalQueue } from './signal-queue.ts'
import { createTabRun } from './tab-run.ts'
import { createVisits } from './visits.ts'

/** In the isolated world only. One sensor a frame: an older one yields only if its extension is gone. */
const SENSOR = Symbol.for('handrail.sensor')
const world = globalThis as { [SENSOR]?: { isAlive: () => boolean; stop: () => void } }

async function main(): Promise<void> {
  let stopPage = new AbortController()
  let isBroken = false

  function fail(error: unknown): void {
    isBroken = true
    stopPage.abort()
    // Names only: a message could quote the page.
    if (!isContextGone(error))
      console.warn('Handrail is off on this page:', error instanceof Error ? error.name : 'fault')
  }

  const queue = createSignalQueue({
    deliver: (signals) => request('signals', signals),
    deliverLoss: (loss) => request('signals-lost', loss),
    uuid: () => crypto.randomUUID(),
    schedule: (act, ms) => setTimeout(act, ms),
  })
  let running: ReturnType<typeof startPage> | undefined
  const tabRun = createTabRun({
    keep: (run) => request('keep-run', run),
    read: () => request('tab-run', undefined),
    onRead: (tab) => running?.take(tab),
  })
  const isFrame = window !== window.top
  const isNewVisit = createVisits()
  // In this document's memory only, and through a restart of Handrail on it.
  const record = {}
  const budget = createVisitBudget(({ pack, list, id }: Prompt) =>
    request('interrupt', { pack, list, id }),
  )
  const ask = <Result>(answer: Promise<Result>) => answer.catch(fail)

  /** A walkthrough that could not be kept goes on until a reload; only a lost extension ends it. */
  function failIfGone(error: unknown): void {
    if (isContextGone(error)) fail(error)
  }

  async function start(): Promise<void> {
    const page = new AbortController()
    stopPage.abort()
    stopPage = page
    running = undefined
    const setup = await request('page-setup', undefined)
    if (setup === undefined || page.signal.aborted || isBroken) return
    running = startPage({
      page: window,
      setup,
      ...createGuard(fail, pageRuntime),
      emit: queue.add,
      isNewVisit: (screen, isCounting) => isNewVisit(screen, isCounting, performance.now()),
      isFrame,
      keep: (run) => void tabRun.keep(run).catch(failIfGone),
      keepMark: (mark) => void request('keep-mark', mark).catch(failIfGone),
      readPicture: (pack, id) => request('picture', { pack, id }),
      openPage: (which) => void request('open-page', which).catch(failIfGone),
      sendNote: (note) => request('note', note),
      keepPreferences: (chosen) => void request('keep-preferences', chosen).catch(failIfGone),
      record,
      budget,
      hold(kind) {
        tabRun.outdate()
        return pageRuntime().connect({ name: kind === 'cramped' ? CRAMPED_PORT : HOLD_PORT })
      },
      type: () => pageRuntime().connect({ name: TYPING_PORT }),
      load: (part) => request('load-part', part),
      fail,
      signal: page.signal,
    })
    // It may have changed while the setup was on its way.
    if (isFrame || setup.run || setup.isAside) await tabRun.refresh().catch(failIfGone)
  }

  async function readPersonal({ takePersonal }: NonNullable<typeof running>): Promise<void> {
    const state = await request('personal', undefined)
    if (!stopPage.signal.aborted) takePersonal(state)
  }

  pageRuntime().onMessage.addListener((message: unknown) => {
    if (isNotice(message, 'setup-changed')) void ask(start())
    if (isNotice(message, 'run-changed') && running && !stopPage.signal.aborted)
      void tabRun.refresh().catch(failIfGone)
    if (isNotice(message, 'toggle-help') && !isFrame) running?.toggleHelp()
    if (isNotice(message, 'toggle-flags') && !isFrame) running?.toggleFlags()
    if (isNotice(message, 'personal-changed') && running && !stopPage.signal.aborted)
      void readPersonal(running).catch(failIfGone)
    return undefined
  })
  pageRuntime().onConnect.addListener((port) => {
    if (port.name !== SIDE_PORT || isFrame || !running || stopPage.signal.aborted) port.disconnect()
    else running.side(port)
  })
  // What has changed while the browser kept the page aside was told to nobody here.
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) stopPage.abort()
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void ask(start())
  })
  world[SENSOR] = {
    isAlive: isExtensionAlive,
    stop: () => stopPage.abort(),
  }
  await ask(start())
}

if (!world[SENSOR]?.isAlive()) {
  world[SENSOR]?.stop()
  removeLeftovers(document)
  void main()
}
