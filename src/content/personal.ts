import type { Mark, Marks } from '../vocabulary/mark.ts'
import { markKey } from '../vocabulary/mark-key.ts'

/** What the person has put away or done, as far as this page knows. `keep` stores what is new. */
export function createPersonal(stored: Marks, keep: (mark: Mark) => void) {
  let values = new Map(Object.entries(stored))
  const heldAt = (key: string) => values.get(key) ?? 0
  const held = (of: Omit<Mark, 'value'>) => heldAt(markKey(of))

  return {
    held,
    /** By `markKey` or `shownKeys`. */
    heldAt,
    /** Takes in what the worker holds: another tab may have changed it. */
    take(marks: Marks): void {
      values = new Map(Object.entries(marks))
    },
    set(mark: Mark): void {
      if (held(mark) === mark.value) return
      values.set(markKey(mark), mark.value)
      keep(mark)
    },
  }
}

export type Personal = ReturnType<typeof createPersonal>
