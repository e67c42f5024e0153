import { CRAMPED_PORT } from '../messaging/protocol.ts'

/** What comes up or goes at once is told of at once: frames are often drawn together. In ms. */
export const HOLDERS_SETTLE_MS = 150

/** The part of a frame's port to the worker that is needed here. */
interface HoldPort {
  name: string
  onDisconnect: { addListener: (listen: () => void) => void }
}

interface Options {
  onChange: (tabId: number) => void
  after: (ms: number, act: () => void) => void
}

/**
 * The frames of each tab that show the screen of its walkthrough's present step. Each holds a port:
 * the browser closes it with the frame, however that ends. They are not kept: a worker that starts
 * anew has no ports either, and the frames open theirs again.
 */
export function createHolders({ onChange, after }: Options) {
  const ports = new Map<number, Set<HoldPort>>()
  const settling = new Set<number>()

  function changed(tabId: number): void {
    if (settling.has(tabId)) return
    settling.add(tabId)
    after(HOLDERS_SETTLE_MS, () => {
      settling.delete(tabId)
      onChange(tabId)
    })
  }

  return {
    count: (tabId: number): number => ports.get(tabId)?.size ?? 0,
    /** Whether the only one is too small for a callout. */
    isCramped(tabId: number): boolean {
      const [only, ...others] = ports.get(tabId) ?? []
      return others.length === 0 && only?.name === CRAMPED_PORT
    },
    /** Counts a port until it closes; the result ends that at once. */
    add(tabId: number, port: HoldPort): () => void {
      const held = ports.get(tabId) ?? new Set()
      ports.set(tabId, held.add(port))
      changed(tabId)
      function remove(): void {
        if (!held.delete(port)) return
        if (held.size === 0 && ports.get(tabId) === held) ports.delete(tabId)
        changed(tabId)
      }
      port.onDisconnect.addListener(remove)
      return remove
    },
  }
}

export type Holders = ReturnType<typeof createHolders>
