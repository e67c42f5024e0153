import { enclosing } from './dom.ts'

/** `button:2`: the tag, and its place among siblings of the same tag where there are several. */
function placeOf(element: Element): string {
  const tag = element.localName
  const peers = [...(element.parentElement?.children ?? [])].filter(
    (sibling) => sibling.localName === tag,
  )
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
