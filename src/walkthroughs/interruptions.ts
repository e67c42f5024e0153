import type { PromptList } from '../vocabulary/prompt-lists.ts'

/** What comes up by itself. A safety notice stands above the budget, and still uses it up. */
export interface Interruption {
  pack: string
  list: PromptList
  id: string
  isSafety: boolean
}

interface Options {
  /** The day where the person is, as 2026-11-24. */
  today: () => string
  /** The day of the last interruption, whatever it was. */
  storage: { read: () => Promise<string | undefined>; write: (day: string) => Promise<void> }
}

/** The one budget over all content and all tabs: one interruption a day. */
export function createInterruptions({ today, storage }: Options) {
  let line: Promise<unknown> = Promise.resolve()

  return {
    /** Resolves to whether it may come up now. Two tabs may ask at once: one after the other is heard. */
    take({ isSafety }: Pick<Interruption, 'isSafety'>): Promise<boolean> {
      const next = line.then(async () => {
        const day = today()
        if ((await storage.read()) === day) return isSafety
        // What can't be kept would come up again and again; safety comes up nevertheless.
        return storage.write(day).then(
          () => true,
          () => isSafety,
        )
      })
      line = next.catch(() => undefined)
      return next
    },
  }
}

export type Interruptions = ReturnType<typeof createInterruptions>

/** One visit of a page: at most one interruption but for safety, asked for once. */
export function createVisitBudget<Of extends Interruption>(ask: (of: Of) => Promise<boolean>) {
  const asked = new Set<string>()
  const granted = new Set<string>()
  let isSpent = false
  const keyOf = ({ pack, list, id }: Interruption) => `${pack}/${list}/${id}`

  return {
    isGranted: (of: Of): boolean => granted.has(keyOf(of)),
    mayAsk: (of: Of): boolean => !asked.has(keyOf(of)) && (of.isSafety || !isSpent),
    /** Never rejects: whoever gets no answer interrupts nobody. */
    async ask(of: Of): Promise<void> {
      asked.add(keyOf(of))
      isSpent = true
      if (await ask(of).catch(() => false)) granted.add(keyOf(of))
    },
  }
}

export type VisitBudget<Of extends Interruption> = ReturnType<typeof createVisitBudget<Of>>
