import { createTabPorts } from './tab-ports.ts'

/** The name of the side panel's port to the worker: `side:7`, the tab that it follows. */
const NAME = /^side:(\d{1,10})$/

interface SidePort {
  name: string
  onDisconnect: { addListener: (listen: () => void) => void }
}

/** Which tabs are followed in a side panel: their pages draw nothing meanwhile. */
export function createSides(onChange: (tabId: number) => void) {
  const ports = createTabPorts<SidePort>(onChange)

  return {
    has: (tabId: number): boolean => ports.of(tabId).length > 0,
    /** Whether it was the port of a side panel. */
    add(port: SidePort): boolean {
      const [, id] = NAME.exec(port.name) ?? []
      if (id === undefined) return false
      ports.add(Number(id), port)
      return true
    },
  }
}

export type Sides = ReturnType<typeof createSides>
