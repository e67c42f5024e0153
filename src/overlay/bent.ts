import { selfAndAncestors, tagOf } from '../anchors/dom.ts'

/** What `@floating-ui/dom` reads of the elements around a target. */
const MEMBERS =
  `assignedSlot parentNode host nodeName nodeType ownerDocument document matches getRootNode
  getBoundingClientRect getClientRects clientWidth clientHeight clientLeft clientTop offsetWidth offsetHeight
  offsetParent scrollLeft scrollTop scrollWidth scrollHeight`.split(/\s+/)

/**
 * Whether a form that holds the element has a field named as one of its members, and so hides that. A
 * walk from such a form to its `parentNode` leads back into it, and has no end.
 */
export function isBent(element: Element): boolean {
  for (const around of selfAndAncestors(element))
    if (tagOf(around) === 'FORM' && MEMBERS.some((name) => Object.hasOwn(around, name))) return true
  return false
}
