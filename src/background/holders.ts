import { CRAMPED_PORT } from '../messaging/protocol.ts'
import { createTabPorts } from './tab-ports.ts'

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

/** The frames of each tab that show the screen of its walkthrough's present step. */
export function createHolders({ onChange, after }: Options) {
  const settling = new Set<number>()
  const ports = createTabPorts<HoldPort>((tabId) => {
    if (settling.has(tabId)) return
    settling.add(tabId)
    after(HOLDERS_SETTLE_MS, () => {
      settling.delete(tabId)
      onChange(tabId)
    })
  })

  return {
    count: (tabId: number): number => ports.of(tabId).length,
    /** Whether the only one is too small for a callout. */
    isCramped(tabId: number): boolean {
      const [only, ...others] = ports.of(tabId)
      return others.length === 0 && only?.name === CRAMPED_PORT
    },
    add: ports.add,
  }
}

export type Holders = ReturnType<typeof createHolders>
