interface Closing {
  onDisconnect: { addListener: (listen: () => void) => void }
}

/**
 * Ports that frames or panels hold of each tab while something is so: the browser closes them with their page,
 * however that ends. They are not kept: a worker that starts anew has no ports either, and those open theirs again.
 */
export function createTabPorts<Port extends Closing>(onChange: (tabId: number) => void) {
  const ports = new Map<number, Set<Port>>()

  return {
    of: (tabId: number): readonly Port[] => [...(ports.get(tabId) ?? [])],
    /** Counts a port until it closes; the result ends that at once. */
    add(tabId: number, port: Port): () => void {
      const held = ports.get(tabId) ?? new Set()
      ports.set(tabId, held.add(port))
      onChange(tabId)
      function remove(): void {
        if (!held.delete(port)) return
        if (held.size === 0 && ports.get(tabId) === held) ports.delete(tabId)
        onChange(tabId)
      }
      port.onDisconnect.addListener(remove)
      return remove
    },
  }
}
