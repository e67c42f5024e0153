import { hostOf, type Root, shadowOf } from '../anchors/dom.ts'

function activeIn(root: Root): Element | null {
  // By the prototype: an image named `activeElement` hides the document's own member.
  const owner = hostOf(root) === undefined ? Document.prototype : ShadowRoot.prototype
  return Object.getOwnPropertyDescriptor(owner, 'activeElement')?.get?.call(root) ?? null
}

/** What has the focus, through open shadow roots. */
export function focusedElement(document: Document): Element | undefined {
  let active = activeIn(document)
  for (let root = active && shadowOf(active); root; root = active && shadowOf(active)) {
    const inner = activeIn(root)
    if (inner === null) break
    active = inner
  }
  return active ?? undefined
}
