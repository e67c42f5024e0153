import type { Mark, Marks } from '../vocabulary/mark.ts'
import { markKey } from '../vocabulary/mark-key.ts'

/** What the person has put away or done, as far as this page knows. `keep` stores what is new. */
export function createPersonal(stored: Marks, keep: (mark: Mark) => void) {
  const values = new Map(Object.entries(stored))
  const held = (of: Omit<Mark, 'value'>) => values.get(markKey(of)) ?? 0

  return {
    held,
    set(mark: Mark): void {
      if (held(mark) === mark.value) return
      values.set(markKey(mark), mark.value)
      keep(mark)
    },
  }
}

export type Personal = ReturnType<typeof createPersonal>
