import {
  boxOf,
  childrenOf,
  closest,
  documentOf,
  htmlOf,
  isHolding,
  isText,
  shadowOf,
} from '../anchors/dom.ts'
import { overlaps } from './choose-place.ts'

/** The side of a beacon's press area, in px: WCAG's least. */
export const BEACON_PX = 24
const GAP_PX = 2
/** Texts of one part of the page that are compared. */
const TEXTS_MAX = 20
/** What takes presses. */
const PRESSABLE =
  'button,a[href],label,input,select,textarea,summary,[role=button],[role=link],[role=tab],[role=checkbox],[role=radio],[role=option],[role=menuitem],[contenteditable],[tabindex]:not([tabindex="-1"])'

/** Around a box, the most usual place first: outside, so that neither its words nor its presses are touched. */
function spotsAround({ left, top, right, bottom, height }: DOMRect): [number, number][] {
  const middle = top + height / 2 - BEACON_PX / 2
  const after = right + GAP_PX
  const before = left - GAP_PX - BEACON_PX
  const above = top - GAP_PX - BEACON_PX
  const below = bottom + GAP_PX
  return [
    [after, middle],
    [before, middle],
    [right - BEACON_PX, above],
    [right - BEACON_PX, below],
    [left, above],
    [left, below],
  ]
}

function hasTextAt(part: Element, rect: DOMRect): boolean {
  const texts = childrenOf(part).filter(isText).slice(0, TEXTS_MAX)
  return texts.some((text) => {
    const range = documentOf(part).createRange()
    range.selectNodeContents(text)
    for (const line of range.getClientRects()) if (overlaps(line, rect)) return true
    return false
  })
}

/** Whether nothing of the page lies there that could be read or pressed. */
function isFree(rect: DOMRect, target: Element, own: Element): boolean {
  const document = documentOf(target)
  const html = htmlOf(document)
  if (html === null || rect.left < 0 || rect.top < 0) return false
  const view = viewport(html)
  if (rect.right > view.width || rect.bottom > view.height) return false
  const { left, top, right, bottom } = rect
  const points = [
    [left + BEACON_PX / 2, top + BEACON_PX / 2],
    ...[left + 1, right - 1].flatMap((x) => [top + 1, bottom - 1].map((y) => [x, y])),
  ]
  return points.every(([x = 0, y = 0]) => {
    const hit = pageElementAt(document, x, y, own)
    if (hit === undefined) return true
    // A row that can be pressed holds its buttons: a beacon beside one of those takes little of it.
    const pressable = closest(hit, PRESSABLE)
    if (pressable && !isHolding(pressable, target)) return false
    return !hasTextAt(hit, rect)
  })
}

/** The innermost element of the page at a point, through open shadow roots and what is ours. */
function pageElementAt(document: Document, x: number, y: number, own: Element) {
  let hit = Document.prototype.elementsFromPoint.call(document, x, y).find((part) => part !== own)
  for (let root = hit && shadowOf(hit); root; root = hit && shadowOf(hit)) {
    const inner: Element | null = root.elementFromPoint(x, y)
    if (inner === null || inner === hit) break
    hit = inner
  }
  return hit
}

function viewport(html: Element): { width: number; height: number } {
  return { width: html.clientWidth, height: innerHeight }
}

/**
 * Where a target's beacon stands: at its edge, on nothing that could be read or pressed. `present`:
 * the spot by number that it has had, kept while it is free. Undefined where there is none.
 */
export function beaconSpot(
  target: Element,
  own: Element,
  present: number | undefined,
): { spot: number; x: number; y: number } | undefined {
  const spots = spotsAround(boxOf(target))
  const order = [...spots.keys()].sort((a, b) => Number(b === present) - Number(a === present))
  for (const spot of order) {
    const [x = 0, y = 0] = spots[spot] ?? []
    if (isFree(new DOMRect(x, y, BEACON_PX, BEACON_PX), target, own)) return { spot, x, y }
  }
  return undefined
}
