import * as v from 'valibot'
import { PAYLOADS } from '../messaging/payload.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Area } from './area.ts'

const keyOf = (tabId: number) => `run:${tabId}`

/** The walkthrough under way in each tab, for as long as the browser runs. */
export function createRunStore(session: Area) {
  const lines = new Map<number, Promise<unknown>>()

  /** One act after the other in each tab: an end must not be overtaken by a step before it. */
  function inLine<Result>(tabId: number, act: () => Promise<Result>): Promise<Result> {
    const next = (lines.get(tabId) ?? Promise.resolve()).then(act)
    const done = next.catch(() => undefined)
    lines.set(tabId, done)
    void done.then(() => {
      if (lines.get(tabId) === done) lines.delete(tabId)
    })
    return next
  }

  return {
    read: (tabId: number): Promise<Run | undefined> =>
      inLine(tabId, async () => {
        const key = keyOf(tabId)
        const read = v.safeParse(PAYLOADS['keep-run'], (await session.get(key))[key])
        return read.success ? (read.output ?? undefined) : undefined
      }),
    /** Keeps what `decide` gives; takes its turn at the call. Resolves to whether there was any. */
    keep: (tabId: number, decide: () => Promise<Run | undefined>): Promise<boolean> =>
      inLine(tabId, async () => {
        const run = await decide()
        await (run === undefined
          ? session.remove(keyOf(tabId))
          : session.set({ [keyOf(tabId)]: run }))
        return run !== undefined
      }),
    forget: (tabId: number) => inLine(tabId, () => session.remove(keyOf(tabId))),
  }
}

export type RunStore = ReturnType<typeof createRunStore>
