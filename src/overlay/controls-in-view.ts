import { boxOf, childElementsOf, holdsMore, isMatch, queryAll } from '../anchors/dom.ts'

/** With labels: many a design hides the box itself and lets its label be pressed. */
const CONTROLS =
  'button,a[href],label,input:not([type=hidden]),select,textarea,[role=button],[role=tab],[role=checkbox],[role=radio],[role=option],[role=menuitem],[contenteditable=true]'
/** Controls beyond this many are not weighed: it is a choice between places, not a promise. */
const CONTROLS_MAX = 400
/** A part with no more elements is searched whole. */
const ELEMENTS_FEW = 60
/** So deep in the page too: where a box lies takes a browser the longer the deeper it is, and apps are not so deep. */
const LEVELS_MAX = 24

interface Control {
  element: Element
  rect: DOMRect
}

function isInView(
  { left, right, top, bottom }: DOMRect,
  view: { width: number; height: number },
): boolean {
  return right > 0 && bottom > 0 && left < view.width && top < view.height
}

/**
 * The controls that stand in the view, in document order. Parts that lie out of the view are not searched: of a long
 * page most do. A part without a size may hold what stands anywhere.
 */
export function controlsInView(
  within: Element,
  view: { width: number; height: number },
): Control[] {
  const found: Control[] = []

  function add(element: Element): void {
    if (found.length >= CONTROLS_MAX) return
    const rect = boxOf(element)
    if (isInView(rect, view)) found.push({ element, rect })
  }

  function search(part: Element, level: number): void {
    if (level > LEVELS_MAX || !holdsMore(part, '*', ELEMENTS_FEW)) {
      for (const control of queryAll(part, CONTROLS)) add(control)
      return
    }
    for (const child of childElementsOf(part)) {
      if (found.length >= CONTROLS_MAX) return
      if (isMatch(child, CONTROLS)) add(child)
      const box = boxOf(child)
      if (box.width === 0 || box.height === 0 || isInView(box, view)) search(child, level + 1)
    }
  }

  search(within, 0)
  return found
}
