import { openRoots } from '../anchors/dom.ts'
import { findAnchor } from '../anchors/find.ts'
import type { Anchor } from '../vocabulary/evidence.ts'

/** CSS pixels in the viewport. */
export interface PressPoint {
  x: number
  y: number
}

/** Scrolls a target into view and gives its middle; undefined where it is not found. */
export function pressPoint(document: Document, anchor: Anchor): PressPoint | undefined {
  const finding = findAnchor(openRoots(document), anchor)
  if (finding.state !== 'found') return undefined
  const { element } = finding
  Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' })
  const { x, y, width, height } = Element.prototype.getBoundingClientRect.call(element)
  return { x: x + width / 2, y: y + height / 2 }
}
