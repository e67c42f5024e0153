interface TypingPort {
  sender?: { frameId?: number | undefined } | undefined
  onDisconnect: { addListener: (listen: () => void) => void }
}

/**
 * In which frames of each tab somebody types. Such a frame holds a port meanwhile, which the browser closes with
 * it: nobody stays silent for a frame that has gone.
 */
export function createTypists(onChange: (tabId: number) => void) {
  const ports = new Map<number, Set<TypingPort>>()

  return {
    /** Whether it is another frame of the tab than the one that asks. */
    isElsewhere: (tabId: number, frameId: number): boolean =>
      [...(ports.get(tabId) ?? [])].some(({ sender }) => sender?.frameId !== frameId),
    /** Counts a port until it closes; the result ends that at once. */
    add(tabId: number, port: TypingPort): () => void {
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

export type Typists = ReturnType<typeof createTypists>
