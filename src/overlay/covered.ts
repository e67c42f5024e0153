import { boxOf, documentOf, isHolding, rootOf, selfAndAncestors, shadowOf } from '../anchors/dom.ts'

/** Where a control is tested, as shares of its width and height: the middle and around it. */
const POINTS = [
  [0.5, 0.5],
  [0.25, 0.3],
  [0.75, 0.3],
  [0.25, 0.7],
  [0.75, 0.7],
] as const

/** The innermost element at a point, through open shadow roots. */
function elementAt(document: Document, x: number, y: number): Element | null {
  let hit = Document.prototype.elementFromPoint.call(document, x, y)
  for (let root = hit && shadowOf(hit); root; root = hit && shadowOf(hit)) {
    const inner = root.elementFromPoint(x, y)
    if (inner === null || inner === hit) break
    hit = inner
  }
  return hit
}

/** Whether a press on `hit` is one on the target: within it, around it, or on its label. */
function isOfTarget(hit: Element, target: Element): boolean {
  for (const around of selfAndAncestors(hit)) {
    if (around === target) return true
    if (around instanceof HTMLLabelElement && around.control === target) return true
  }
  for (const around of selfAndAncestors(target)) if (around === hit) return true
  return false
}

/**
 * Whether something of the page lies over the whole target: a form that was opened on top of
 * another stays in the page, and a ring would then stand around what covers it. Points out of view
 * tell nothing; `own` is Handrail's host.
 */
export function isCovered(target: Element, own: Element): boolean {
  const document = documentOf(target)
  const { left, top, width, height } = boxOf(target)
  let isTested = false
  for (const [across, down] of POINTS) {
    const hit = elementAt(document, left + width * across, top + height * down)
    if (hit === null) continue
    // What lies under our own is not known: the other points tell.
    if (isHolding(own, hit) || rootOf(hit) === shadowOf(own)) continue
    if (isOfTarget(hit, target)) return false
    isTested = true
  }
  return isTested
}
