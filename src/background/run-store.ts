import * as v from 'valibot'
import { PAYLOADS } from '../messaging/payload.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Area } from './area.ts'

const keyOf = (tabId: number) => `run:${tabId}`

/** The walkthrough under way in each tab, for as long as the browser runs. */
export function createRunStore(session: Area) {
  return {
    async read(tabId: number): Promise<Run | undefined> {
      const key = keyOf(tabId)
      const read = v.safeParse(PAYLOADS['keep-run'], (await session.get(key))[key])
      return read.success ? (read.output ?? undefined) : undefined
    },
    keep: (tabId: number, run: Run | undefined) =>
      run === undefined ? session.remove(keyOf(tabId)) : session.set({ [keyOf(tabId)]: run }),
    forget: (tabId: number) => session.remove(keyOf(tabId)),
  }
}

export type RunStore = ReturnType<typeof createRunStore>
