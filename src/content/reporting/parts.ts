import { childrenOf, isElement, isRendered } from '../../anchors/dom.ts'
import { roleOf } from '../../anchors/role.ts'
import { ELEMENT_ROLES } from '../../vocabulary/element-roles.ts'

/** Parts of a screen that are stepped through, at most. */
export const PARTS_MAX = 500
/** Deeper than any app that people use: what lies below is not stepped through. */
const DEPTH_MAX = 500

const POINTED_AT = new Set<string>(
  ELEMENT_ROLES.filter((role) => !['generic', 'row', 'cell', 'option'].includes(role)),
)

interface Options {
  own: Element
  shadowOf: (element: Element) => ShadowRoot | null
}

/** What somebody may point at by the keyboard, in the order of the page: controls, headings, pictures, dialogs. */
export function partsOfPage(body: Element, { own, shadowOf }: Options): Element[] {
  const parts: Element[] = []
  function walk(node: Node, depth = 0): void {
    if (node === own || parts.length >= PARTS_MAX || depth > DEPTH_MAX) return
    if (isElement(node)) {
      if (POINTED_AT.has(roleOf(node) ?? '') && isRendered(node)) parts.push(node)
      const shadow = shadowOf(node)
      if (shadow) for (const child of childrenOf(shadow)) walk(child, depth + 1)
    }
    for (const child of childrenOf(node)) walk(child, depth + 1)
  }
  walk(body)
  return parts
}
