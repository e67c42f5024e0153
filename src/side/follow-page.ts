import { SIDE_PORT, type SideAct, type SideView } from '../overlay/side-view.ts'

/** A page that goes leaves its panel alone; the next one has a script of ours some moments later, in ms. */
export const RETRY_MS = 500

interface Port {
  postMessage: (message: unknown) => void
  disconnect: () => void
  onMessage: { addListener: (listen: (message: unknown) => void) => void }
  onDisconnect: { addListener: (listen: () => void) => void }
}

interface Options {
  /** Opens a port to the page of a tab, and none to its frames. */
  connectPage: (tabId: number, name: string) => Port
  /** Opens a port to the worker, which then lets the tab's pages draw nothing. */
  connectWorker: (name: string) => Port
  after: (ms: number, act: () => void) => () => void
  /** `undefined`: no page of the tab has anything for the panel. */
  onView: (view: SideView | undefined) => void
}

/** Follows one tab at a time, across its pages, for as long as the panel is open. */
export function createFollower({ connectPage, connectWorker, after, onView }: Options) {
  let tab: number | undefined
  let page: Port | undefined
  let worker: Port | undefined
  let cancels: (() => void)[] = []

  function again(act: () => void): void {
    cancels.push(after(RETRY_MS, act))
  }
  function openPage(tabId: number): void {
    const port = connectPage(tabId, SIDE_PORT)
    page = port
    port.onMessage.addListener((message) => {
      if (page === port) onView(message as SideView)
    })
    port.onDisconnect.addListener(() => {
      if (page !== port) return
      page = undefined
      onView(undefined)
      again(() => openPage(tabId))
    })
  }
  function openWorker(tabId: number): void {
    const port = connectWorker(`${SIDE_PORT}:${tabId}`)
    worker = port
    port.onDisconnect.addListener(() => {
      if (worker !== port) return
      worker = undefined
      again(() => openWorker(tabId))
    })
  }
  function stop(): void {
    for (const cancel of cancels) cancel()
    cancels = []
    const open = [page, worker]
    page = undefined
    worker = undefined
    for (const port of open) port?.disconnect()
  }

  return {
    /** Follows another tab from now on. */
    follow(tabId: number): void {
      if (tab === tabId) return
      stop()
      tab = tabId
      onView(undefined)
      openPage(tabId)
      openWorker(tabId)
    },
    act: (act: SideAct): void => page?.postMessage(act),
    stop,
  }
}
