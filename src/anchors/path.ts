import { childElementsOf, enclosing, isElement, localNameOf, parentOf } from './dom.ts'

/** Levels that a recorded path holds: more would only be what every element of the page shares. */
const LEVELS = 5

/** `button:2`: the tag, and its place among siblings of the same tag where there are several. */
function placeOf(element: Element): string {
  const tag = localNameOf(element)
  const parent = parentOf(element)
  const peers = isElement(parent)
    ? childElementsOf(parent).filter((sibling) => localNameOf(sibling) === tag)
    : []
  return peers.length > 1 ? `${tag}:${peers.indexOf(element) + 1}` : tag
}

/** Whether the element and those around it follow the path, innermost last. */
export function hasPath(element: Element, path: string): boolean {
  let at: Element | null = element
  for (const place of path.split(' > ').reverse()) {
    if (at === null || placeOf(at) !== place) return false
    at = enclosing(at)
  }
  return true
}

/** Whether it stands where the path leads, though with another tag: a link that has become a button. */
export function hasSpot(element: Element, path: string): boolean {
  const around = enclosing(element)
  const outer = path.replace(/(?: > )?[^>]*$/, '').trim()
  return around !== null && outer !== '' && hasPath(around, outer)
}

/** The path to an element from a few levels above it. */
export function pathOf(element: Element): string {
  const places: string[] = []
  for (let at: Element | null = element; at !== null && places.length < LEVELS; at = enclosing(at))
    places.unshift(placeOf(at))
  return places.join(' > ')
}
