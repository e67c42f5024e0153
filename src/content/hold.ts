/** A worker that has gone to sleep closes every port; the frame then opens its own again, after ms. */
export const REOPEN_MS = 200

/** The part of a port to the worker that is needed here. */
export interface HoldPort {
  onDisconnect: { addListener: (listen: () => void) => void }
  disconnect: () => void
}

/** Whether this frame has room for a callout. */
export type HoldKind = 'roomy' | 'cramped'

interface Options<Kind> {
  connect: (kind: Kind) => HoldPort
  after: (ms: number, act: () => void) => () => void
  signal: AbortSignal
}

/** Tells the worker, by an open port, of something that is so in this frame for as long as it is. */
export function createHold<Kind extends string>({ connect, after, signal }: Options<Kind>) {
  let wanted: Kind | undefined
  let port: HoldPort | undefined
  let cancel = () => {}

  function open(kind: Kind): void {
    const opened = connect(kind)
    port = opened
    opened.onDisconnect.addListener(() => {
      if (port !== opened) return
      port = undefined
      if (wanted === kind) cancel = after(REOPEN_MS, () => open(kind))
    })
  }
  /** `undefined`: it is so no longer. */
  function set(next: Kind | undefined): void {
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
