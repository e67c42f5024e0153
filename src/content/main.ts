import { isExtensionAlive, pageRuntime } from '../browser/runtime.ts'
import { isNotice } from '../messaging/notice.ts'
import { CRAMPED_PORT, HOLD_PORT } from '../messaging/protocol.ts'
import { request } from '../messaging/request.ts'
import { createVisitBudget } from '../walkthroughs/interruptions.ts'
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
  let take: ReturnType<typeof startPage> | undefined
  const tabRun = createTabRun({
    keep: (run) => request('keep-run', run),
    read: () => request('tab-run', undefined),
    onRead: (tab) => take?.(tab),
  })
  const isFrame = window !== window.top
  const isNewVisit = createVisits()
  const budget = createVisitBudget(({ pack, id }) => request('interrupt', { pack, id }))
  const ask = <Result>(answer: Promise<Result>) => answer.catch(fail)

  /** A walkthrough that could not be kept goes on until a reload; only a lost extension ends it. */
  function failIfGone(error: unknown): void {
    if (isContextGone(error)) fail(error)
  }

  async function start(): Promise<void> {
    const page = new AbortController()
    stopPage.abort()
    stopPage = page
    take = undefined
    const setup = await request('page-setup', undefined)
    if (setup === undefined || page.signal.aborted || isBroken) return
    take = startPage({
      page: window,
      setup,
      guard: createGuard(fail),
      emit: queue.add,
      isNewVisit: (screen, isCounting) => isNewVisit(screen, isCounting, performance.now()),
      isFrame,
      keep: (run) => void tabRun.keep(run).catch(failIfGone),
      keepMark: (mark) => void request('keep-mark', mark).catch(failIfGone),
      budget,
      hold(kind) {
        tabRun.outdate()
        return pageRuntime().connect({ name: kind === 'cramped' ? CRAMPED_PORT : HOLD_PORT })
      },
      load: (part) => request('load-part', part),
      fail,
      signal: page.signal,
    })
    // It may have changed while the setup was on its way.
    if (isFrame || setup.run) await tabRun.refresh().catch(failIfGone)
  }

  pageRuntime().onMessage.addListener((message: unknown) => {
    if (isNotice(message, 'setup-changed')) void ask(start())
    if (isNotice(message, 'run-changed') && take && !stopPage.signal.aborted)
      void tabRun.refresh().catch(failIfGone)
    return undefined
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
  void main()
}
