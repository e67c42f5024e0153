import type { NamedElement } from '../vocabulary/evidence.ts'
import { isWithin } from './context.ts'
import type { Look } from './look.ts'

/** Which of the parts of the page that a recipe names hold an element. Each is asked for when it is needed. */
export interface Parts {
  /** One for each part, from the inside out. One that the page no longer names is there where another one is. */
  all(): readonly (boolean | undefined)[]
  /** Whether this part holds it, from the inside out. */
  isIn(index: number): boolean
  /** Whether no part that held it is another one now. Of many look-alikes the first part tells most. */
  areAll(): boolean
}

export function partsOf(
  element: Element,
  within: readonly NamedElement[] | undefined,
  look: Look,
): Parts {
  const known: (boolean | undefined)[] = []

  function holds(index: number): boolean | undefined {
    const part = within?.[index]
    if (part !== undefined && !(index in known)) known[index] = isWithin(element, part, look)
    return known[index]
  }

  function all(): readonly (boolean | undefined)[] {
    const parts = (within ?? []).map((_, index) => holds(index))
    return parts.includes(true) ? parts : parts.map(Boolean)
  }

  return {
    all,
    isIn: (index) => holds(index) === true,
    areAll: () =>
      !(within ?? []).some((_, index) => holds(index) === false) && !all().includes(false),
  }
}
