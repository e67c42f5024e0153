/** A worker that has gone to sleep closes every port; the frame then opens its own again, after ms. */
export const REOPEN_MS = 200

/** The part of a port to the worker that is needed here. */
export interface HoldPort {
  onDisconnect: { addListener: (listen: () => void) => void }
  disconnect: () => void
}

/** Whether this frame has room for a callout. */
export type HoldKind = 'roomy' | 'cramped'

interface Options {
  connect: (kind: HoldKind) => HoldPort
  after: (ms: number, act: () => void) => () => void
  signal: AbortSignal
}

/** Tells the worker, by an open port, that this frame shows the screen of the present step. */
export function createHold({ connect, after, signal }: Options) {
  let wanted: HoldKind | undefined
  let port: HoldPort | undefined
  let cancel = () => {}

  function open(kind: HoldKind): void {
    const opened = connect(kind)
    port = opened
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return
      port = undefined
      if (wanted === kind) cancel = after(REOPEN_MS, () => open(kind))
    })
  }
  /** `undefined` gives the claim up. */
  function set(next: HoldKind | undefined): void {
    if (next === wanted || (next && signal.aborted)) return
    wanted = next
    cancel()
    const last = port
    port = undefined
    last?.disconnect()
    if (next) open(next)
  }
  signal.addEventListener('abort', () => set(undefined))

  return { set }
}
