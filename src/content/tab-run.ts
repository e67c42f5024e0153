import type { TabRun } from '../messaging/protocol.ts'
import type { Run } from '../vocabulary/run.ts'

interface Options {
  keep: (run: Run | undefined) => Promise<unknown>
  read: () => Promise<TabRun>
  /** What the worker holds for the tab, as new as what this frame has kept. */
  onRead: (tab: TabRun) => void
}

/** This frame's side of the walkthrough that all frames of the tab share. Rejects as the worker does. */
export function createTabRun({ keep, read, onRead }: Options) {
  let changes = 0
  let pending = 0
  let isStale = false

  async function refresh(): Promise<void> {
    isStale = pending > 0
    if (isStale) return
    const before = changes
    const tab = await read()
    // Changed here while the worker was reading: the answer is the older, and a notice on its way.
    if (before === changes) onRead(tab)
  }

  return {
    async keep(run: Run | undefined): Promise<void> {
      changes += 1
      pending += 1
      try {
        await keep(run)
      } finally {
        pending -= 1
      }
      if (isStale) await refresh()
    },
    /** This frame lays claim to the step: what is being read does not count it yet. */
    outdate(): void {
      changes += 1
    },
    refresh,
  }
}
