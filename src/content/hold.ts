/** A worker that has gone to sleep closes every port; the frame then opens its own again, after ms. */
export const REOPEN_MS = 200

/** The part of a port to the worker that is needed here. */
export interface HoldPort {
  onDisconnect: { addListener: (listen: () => void) => void }
  disconnect: () => void
}

interface Options {
  connect: () => HoldPort
  after: (ms: number, act: () => void) => () => void
  signal: AbortSignal
}

/** Tells the worker, by an open port, that this frame shows the screen of the present step. */
export function createHold({ connect, after, signal }: Options) {
  let isWanted = false
  let port: HoldPort | undefined
  let cancel = () => {}

  function open(): void {
    const opened = connect()
    port = opened
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return
      port = undefined
      if (isWanted) cancel = after(REOPEN_MS, open)
    })
  }
  function set(wanted: boolean): void {
    if (wanted === isWanted || (wanted && signal.aborted)) return
    isWanted = wanted
    cancel()
    const last = port
    port = undefined
    last?.disconnect()
    if (wanted) open()
  }
  signal.addEventListener('abort', () => set(false))

  return { set }
}
