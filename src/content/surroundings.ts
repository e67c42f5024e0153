import type { Change } from '../anchors/change.ts'
import {
  closestAcross,
  isElement,
  isHolding,
  isInside,
  isMatch,
  isOnPage,
  parentOf,
} from '../anchors/dom.ts'
import { STABLE_ATTRIBUTES } from '../vocabulary/stable-attributes.ts'

/** What lists draw anew for another thing of the same kind. */
const ROW =
  'tr,li,[role~="row"],[role~="listitem"],[role~="option"],[role~="treeitem"],[role~="article"]'
/** What names the controls around it. */
const NAMING = 'h1,h2,h3,h4,h5,h6,label,legend,caption,[role~="heading"],[role~="rowheader"]'
/** Attributes that say which control it is; the others say how it is. */
const IDENTITY = new Set<string | null>([
  ...STABLE_ATTRIBUTES,
  ...['alt', 'aria-label', 'aria-labelledby', 'aria-level', 'placeholder', 'role', 'title'],
])
const BUTTON = 'input:is([type="button"],[type="submit"],[type="reset"])'

function isOfIdentity(record: Change): boolean {
  if (record.type !== 'attributes') return true
  const { attributeName } = record
  return (
    IDENTITY.has(attributeName) ||
    (attributeName === 'value' && isMatch(record.target as Element, BUTTON))
  )
}

/** The row that an element is in; by itself where there is none. */
export const rowOf = (element: Element): Element => closestAcross(element, ROW) ?? element

/**
 * Whether the part of the page that changed is one that names others, or in one. What is in none is asked once, until
 * this is created anew: it comes into one only by a change that is in a naming part itself, or makes one.
 */
export function createNaming(): (part: Element, change: Change) => boolean {
  const apart = new WeakSet<Element>()
  return (part, { type }) => {
    if (type !== 'attributes' && apart.has(part)) return false
    if (isInside(part, NAMING)) return true
    apart.add(part)
    return false
  }
}

/**
 * Whether changes of the page may have made another control of the target: it has gone, or its row, or
 * what names the parts of the page, now says something else. A list that draws only what is in view
 * gives the elements of a row that scrolls out to the next that comes in. `isNaming` may know of changes that were
 * asked about since the last look.
 */
export function isInDoubt(
  target: Element,
  records: readonly Change[],
  row = rowOf(target),
  isNaming = createNaming(),
): boolean {
  if (!isOnPage(target)) return true
  return records.some((record) => {
    if (!isOfIdentity(record)) return false
    const changed = record.type === 'characterData' ? parentOf(record.target) : record.target
    if (changed === null) return false
    return isHolding(row, changed) || (isElement(changed) && isNaming(changed, record))
  })
}
