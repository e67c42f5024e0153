import type { Run } from '../vocabulary/run.ts'
import type { Area } from './area.ts'
import type { RunStore } from './run-store.ts'

/** The part of a browser's tab that is needed here. */
export interface FamilyTab {
  id?: number | undefined
  active: boolean
  openerTabId?: number | undefined
}

interface Options {
  runs: Pick<RunStore, 'read' | 'keep' | 'take'>
  /** Remembers which tab a walkthrough has come from. */
  session: Area
  /** All tabs. */
  tabs: () => Promise<FamilyTab[]>
  /** Tells the frames of a tab that its walkthrough has changed. */
  runChanged: (tabId: number) => void
}

const fromKey = (tabId: number) => `run-from:${tabId}`

/** The tab that it was opened from, the ones opened from it, and those that were opened from the same one. */
function relativesOf({ id, openerTabId }: FamilyTab, tabs: readonly FamilyTab[]): number[] {
  return tabs.flatMap((other) => {
    const isRelative =
      other.id === openerTabId ||
      other.openerTabId === id ||
      (openerTabId !== undefined && other.openerTabId === openerTabId)
    return isRelative && other.id !== undefined && other.id !== id ? [other.id] : []
  })
}

/** A walkthrough goes along with the person from a tab to one that was opened from it, and back. */
export function createRunFamily({ runs, session, tabs, runChanged }: Options) {
  /** A tab and its relatives, as long as the person is in it. */
  async function activeFamily(tabId: number): Promise<number[]> {
    const all = await tabs()
    const tab = all.find(({ id }) => id === tabId)
    return tab?.active ? relativesOf(tab, all) : []
  }

  return {
    /** The tab's run; where it has none and the person is in it, a relative's, if `isHere` says that it fits. */
    async runOf(tabId: number, isHere: (run: Run) => boolean): Promise<Run | undefined> {
      const own = await runs.read(tabId)
      if (own !== undefined) return isHere(own) ? own : undefined
      for (const relative of await activeFamily(tabId)) {
        const seen = await runs.read(relative)
        if (seen === undefined || !isHere(seen)) continue
        // As it is by now: whoever asks first has it.
        const run = await runs.take(relative)
        if (run === undefined) continue
        await runs.keep(tabId, async () => run)
        await session.set({ [fromKey(tabId)]: relative })
        for (const changed of [relative, tabId]) runChanged(changed)
        return run
      }
      return undefined
    },
    /** The tab is closed: its run goes back to where it came from. The result is a run that has no tab any more. */
    async closed(tabId: number): Promise<Run | undefined> {
      const key = fromKey(tabId)
      const from = (await session.get(key))[key]
      const run = await runs.take(tabId)
      await session.remove(key)
      if (run === undefined) return undefined
      const home = (await tabs()).find(({ id }) => id !== undefined && id === from)?.id
      if (home === undefined) return run
      await runs.keep(home, async () => run)
      runChanged(home)
      return undefined
    },
    /** The person has come to a tab: its frames ask whether a walkthrough came along. */
    async activated(tabId: number): Promise<void> {
      if ((await runs.read(tabId)) !== undefined) return
      for (const relative of await activeFamily(tabId))
        if ((await runs.read(relative)) !== undefined) return runChanged(tabId)
    },
  }
}

export type RunFamily = ReturnType<typeof createRunFamily>
