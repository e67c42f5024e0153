import { enclosing, isElement, parentOf, queryAll } from './dom.ts'

/** More changes or new elements than this at once, and all is read anew: that is cheaper. */
const CHANGES_MAX = 2_000

/** Changes of these say something else of an element: its role, or the words that it is named by. */
export const REMEMBERED_ATTRIBUTES = [
  ...['alt', 'aria-label', 'aria-labelledby', 'for', 'href', 'id', 'list', 'multiple'],
  ...['placeholder', 'role', 'scope', 'size', 'tabindex', 'title', 'type'],
]

/**
 * What looks at one page have read of its elements, kept from one to the next: only what an element
 * bears and holds itself, never where it stands or whether it is drawn. One thing for each element.
 */
export interface Memory {
  /** What was read of an element; `read` is asked where nothing is kept. */
  recall<Value>(element: Element, read: (element: Element) => Value): Value
  /** Takes in changes of the document and of all shadow roots that were looked at. None may be left out. */
  changed(records: readonly MutationRecord[]): void
}

export function createMemory(): Memory {
  let kept = new WeakMap<Element, { value: unknown }>()
  let pending: MutationRecord[] = []

  function forgetAll(): void {
    kept = new WeakMap()
    pending = []
  }

  /** What holds a changed part holds another text now. Where one was forgotten, all around it were. */
  function forgetAround(start: Node | null, forgotten: Set<Element>): void {
    let at = isElement(start) ? start : start && parentOf(start)
    while (isElement(at) && !forgotten.has(at)) {
      forgotten.add(at)
      kept.delete(at)
      at = enclosing(at)
    }
  }

  /** Parts that come in may have changed while they were off the page, where nobody was told. */
  function forgetWithin(record: MutationRecord, room: number): number {
    let left = room
    for (const node of record.addedNodes) {
      if (!isElement(node)) continue
      const inner = queryAll(node, '*')
      left -= inner.length
      if (left < 0) return left
      kept.delete(node)
      for (const element of inner) kept.delete(element)
    }
    return left
  }

  function catchUp(): void {
    const forgotten = new Set<Element>()
    let room = CHANGES_MAX
    for (const record of pending) {
      forgetAround(record.target, forgotten)
      room = forgetWithin(record, room)
      if (room < 0) break
    }
    if (room < 0) forgetAll()
    else pending = []
  }

  return {
    recall<Value>(element: Element, read: (element: Element) => Value): Value {
      if (pending.length > 0) catchUp()
      const known = kept.get(element)
      if (known !== undefined) return known.value as Value
      const value = read(element)
      kept.set(element, { value })
      return value
    },
    changed(records) {
      if (pending.length + records.length > CHANGES_MAX) forgetAll()
      else pending.push(...records)
    },
  }
}
