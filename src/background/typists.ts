import { createTabPorts } from './tab-ports.ts'

interface TypingPort {
  sender?: { frameId?: number | undefined } | undefined
  onDisconnect: { addListener: (listen: () => void) => void }
}

/** In which frames of each tab somebody types: nobody stays silent for a frame that has gone. */
export function createTypists(onChange: (tabId: number) => void) {
  const ports = createTabPorts<TypingPort>(onChange)

  return {
    /** Whether it is another frame of the tab than the one that asks. */
    isElsewhere: (tabId: number, frameId: number): boolean =>
      ports.of(tabId).some(({ sender }) => sender?.frameId !== frameId),
    add: ports.add,
  }
}

export type Typists = ReturnType<typeof createTypists>
