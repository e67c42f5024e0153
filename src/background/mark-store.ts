import * as v from 'valibot'
import type { Mark, Marks } from '../vocabulary/mark.ts'
import { markKey } from '../vocabulary/mark-key.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { planOf } from '../vocabulary/plan.ts'
import { shownKeys } from '../vocabulary/shown-keys.ts'
import { dayNumber } from '../walkthroughs/local-day.ts'
import type { Prompt } from '../walkthroughs/prompts.ts'
import type { Area } from './area.ts'

const KEY = 'marks'
const stored = v.record(v.string(), v.pipe(v.number(), v.safeInteger(), v.minValue(1)))

/** A part of a walkthrough may be one of another that it goes through. */
function hasSection(pack: Pack, walkthrough: Pack['walkthroughs'][number], part: string): boolean {
  const plan = planOf(pack, walkthrough)
  return typeof plan !== 'string' && plan.steps.some(({ section }) => section === part)
}

/** Whether a pack in force has what the mark is about: nothing else is kept. */
function isOfPacks({ pack: packId, list, id, item }: Mark, packs: readonly Pack[]): boolean {
  const pack = packs.find((one) => one.id === packId)
  if (pack === undefined) return false
  const walkthrough = pack.walkthroughs.find((one) => one.id === id)
  switch (list) {
    case 'pins':
      return item === undefined && walkthrough !== undefined
    case 'hidden':
      return item === undefined && walkthrough?.locked === false
    case 'known':
      return item !== undefined && walkthrough !== undefined && hasSection(pack, walkthrough, item)
    case 'checklists': {
      const found = pack.checklists.find((one) => one.id === id)
      return item === undefined
        ? found !== undefined
        : (found?.items.some((one) => one.id === item) ?? false)
    }
    default:
      return item === undefined && pack[list].some((one) => one.id === id)
  }
}

/** Marks by which somebody has changed Handrail for themselves; the others are what they have done or read. */
const OWN_CHANGES = /^[^/]+\/(hints|pins|hidden|known)\//

/** What the person has put away or done, on every site, by ids of packs only. */
export function createMarkStore(local: Area) {
  let line: Promise<unknown> = Promise.resolve()

  async function readAll(): Promise<Record<string, number>> {
    const read = v.safeParse(stored, (await local.get(KEY))[KEY])
    return read.success ? read.output : {}
  }
  /** One change after the other: two tabs may keep something at once. */
  function inLine<Result>(act: () => Promise<Result>): Promise<Result> {
    const next = line.then(act)
    line = next.catch(() => undefined)
    return next
  }

  return {
    /** The marks of some packs. */
    async read(packs: readonly Pack[]): Promise<Marks> {
      const all = Object.entries(await readAll())
      return Object.fromEntries(
        all.filter(([key]) => packs.some(({ id }) => key.startsWith(`${id}/`))),
      )
    },
    /** Takes back what the person has changed for themselves; what was done and read stays. */
    reset: (): Promise<void> =>
      inLine(async () => {
        const kept = Object.entries(await readAll()).filter(([key]) => !OWN_CHANGES.test(key))
        await local.set({ [KEY]: Object.fromEntries(kept) })
      }),
    /** Counts that something has come up by itself, on a day as 2026-11-24. */
    countShown: (prompt: Pick<Prompt, 'pack' | 'list' | 'id'>, day: string): Promise<void> =>
      inLine(async () => {
        const all = await readAll()
        const { times, last } = shownKeys(prompt)
        all[times] = (all[times] ?? 0) + 1
        all[last] = dayNumber(day)
        await local.set({ [KEY]: all })
      }),
    /** Resolves to whether the packs have what it is about. */
    keep: (mark: Mark, packs: readonly Pack[]): Promise<boolean> =>
      inLine(async () => {
        if (!isOfPacks(mark, packs)) return false
        const all = await readAll()
        if (mark.value === 0) delete all[markKey(mark)]
        else all[markKey(mark)] = mark.value
        await local.set({ [KEY]: all })
        return true
      }),
  }
}

export type MarkStore = ReturnType<typeof createMarkStore>
