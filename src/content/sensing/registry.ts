import type { ControlId } from '../../friction/observation.ts'

/** Elements that can still be looked up; older ones are forgotten. */
export const REMEMBERED_MAX = 200

/**
 * Hands out an opaque number per element, from 1 up. `remember` also keeps a weak way back, so
 * that the caller can tell which target of the pack an element is.
 */
export function createRegistry() {
  const ids = new WeakMap<Element, ControlId>()
  const elements = new Map<ControlId, WeakRef<Element>>()
  let last = 0

  function idOf(element: Element): ControlId {
    const known = ids.get(element)
    if (known !== undefined) return known
    last += 1
    ids.set(element, last)
    return last
  }

  return {
    idOf,
    remember(element: Element): ControlId {
      const id = idOf(element)
      elements.delete(id)
      elements.set(id, new WeakRef(element))
      for (const oldest of elements.keys()) {
        if (elements.size <= REMEMBERED_MAX) break
        elements.delete(oldest)
      }
      return id
    },
    elementOf: (id: ControlId): Element | undefined => elements.get(id)?.deref(),
  }
}

export type Registry = ReturnType<typeof createRegistry>
