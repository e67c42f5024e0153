/** The name of the side panel's port to the worker: `side:7`, the tab that it follows. */
const NAME = /^side:(\d{1,10})$/

interface SidePort {
  name: string
  onDisconnect: { addListener: (listen: () => void) => void }
}

/**
 * Which tabs are followed in a side panel: their pages draw nothing meanwhile. Each panel holds a port, which the
 * browser closes with it.
 */
export function createSides(onChange: (tabId: number) => void) {
  const ports = new Map<number, Set<SidePort>>()

  return {
    has: (tabId: number): boolean => ports.has(tabId),
    /** Whether it was the port of a side panel. */
    add(port: SidePort): boolean {
      const [, id] = NAME.exec(port.name) ?? []
      if (id === undefined) return false
      const tabId = Number(id)
      const held = ports.get(tabId) ?? new Set()
      ports.set(tabId, held.add(port))
      onChange(tabId)
      port.onDisconnect.addListener(() => {
        held.delete(port)
        if (held.size === 0 && ports.get(tabId) === held) ports.delete(tabId)
        onChange(tabId)
      })
      return true
    },
  }
}

export type Sides = ReturnType<typeof createSides>
