import * as v from 'valibot'
import { type Run, runSchema } from '../vocabulary/run.ts'
import type { Area } from './area.ts'

const keyOf = (tabId: number) => `run:${tabId}`
/** The same runs in storage that outlives an update of the extension, which the session's does not. */
const MIRROR = 'runs'
const mirrorSchema = v.record(v.string(), v.unknown())

/**
 * The walkthrough under way in each tab, for as long as the browser runs: through the end of the worker, and
 * through an update of the extension.
 */
export function createRunStore(session: Area, local: Area) {
  const lines = new Map<number, Promise<unknown>>()
  let restored: Promise<unknown> = Promise.resolve()
  let mirroring: Promise<unknown> = Promise.resolve()

  /** One act after the other in each tab: an end must not be overtaken by a step before it. */
  function inLine<Result>(tabId: number, act: () => Promise<Result>): Promise<Result> {
    const before = lines.get(tabId) ?? Promise.resolve()
    const next = Promise.all([before, restored]).then(act)
    const done = next.catch(() => undefined)
    lines.set(tabId, done)
    void done.then(() => {
      if (lines.get(tabId) === done) lines.delete(tabId)
    })
    return next
  }
  async function mirrored(): Promise<Record<string, unknown>> {
    const read = v.safeParse(mirrorSchema, (await local.get(MIRROR))[MIRROR])
    return read.success ? read.output : {}
  }
  async function change(tabId: number, run: Run | undefined): Promise<void> {
    const { [keyOf(tabId)]: _, ...others } = await mirrored()
    await local.set({ [MIRROR]: run === undefined ? others : { ...others, [keyOf(tabId)]: run } })
  }
  /**
   * One change after the other: the mirror is of all tabs. On a full disk there is none: what goes on does not hang
   * on it, and an old one would bring back what has ended.
   */
  function mirror(tabId: number, run: Run | undefined): Promise<unknown> {
    mirroring = mirroring
      .then(() => change(tabId, run))
      .catch(() => local.remove(MIRROR))
      .catch(() => undefined)
    return mirroring
  }
  async function read(tabId: number): Promise<Run | undefined> {
    const key = keyOf(tabId)
    const found = v.safeParse(runSchema, (await session.get(key))[key])
    return found.success ? found.output : undefined
  }
  async function write(tabId: number, run: Run | undefined): Promise<void> {
    await (run === undefined ? session.remove(keyOf(tabId)) : session.set({ [keyOf(tabId)]: run }))
    await mirror(tabId, run)
  }

  return {
    read: (tabId: number): Promise<Run | undefined> => inLine(tabId, () => read(tabId)),
    /** Keeps what `decide` gives; takes its turn at the call. Resolves to whether there was any. */
    keep: (tabId: number, decide: () => Promise<Run | undefined>): Promise<boolean> =>
      inLine(tabId, async () => {
        const run = await decide()
        await write(tabId, run)
        return run !== undefined
      }),
    /** Takes the run of a tab out of the store. */
    take: (tabId: number): Promise<Run | undefined> =>
      inLine(tabId, async () => {
        const run = await read(tabId)
        if (run !== undefined) await write(tabId, undefined)
        return run
      }),
    /** After an update, what was under way goes on: tabs keep their ids. */
    updated(): Promise<void> {
      const done = (async () => {
        for (const [key, run] of Object.entries(await mirrored()))
          if (v.is(runSchema, run)) await session.set({ [key]: run })
      })()
      restored = done.catch(() => undefined)
      return done
    },
    /** After a start of the browser no tab is what it was. */
    async started(): Promise<void> {
      await restored
      const keys = Object.keys(await mirrored())
      if (keys.length > 0) await session.remove(keys)
      await local.remove(MIRROR)
    },
  }
}

export type RunStore = ReturnType<typeof createRunStore>
