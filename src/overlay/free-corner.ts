import { boxOf, queryAll } from '../anchors/dom.ts'

/** By how the page is read: `start` is the left in English. */
export const CORNERS = ['bottom-start', 'bottom-end', 'top-end', 'top-start'] as const
export type Corner = (typeof CORNERS)[number]

/** How far from the edges a callout stands in a corner: beside and below, above the launcher. In px. */
const BESIDE = 16
const BELOW = 72

function cornerRect(corner: Corner, { width, height }: DOMRect, isRightToLeft: boolean): DOMRect {
  const isRight = corner.endsWith('end') !== isRightToLeft
  const x = isRight ? innerWidth - BESIDE - width : BESIDE
  const y = corner.startsWith('top') ? BESIDE : innerHeight - BELOW - height
  return new DOMRect(x, y, width, height)
}

function shared(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}

/**
 * The corner in which a callout lies over the least of the page's frames: it speaks of a control in one
 * of them, and must not stand on it.
 */
export function freeCorner(document: Document, panel: Element): Corner {
  const frames = queryAll(document, 'iframe,frame').map(boxOf)
  const isRightToLeft = getComputedStyle(panel).direction === 'rtl'
  const over = CORNERS.map((corner) => {
    const rect = cornerRect(corner, boxOf(panel), isRightToLeft)
    return frames.reduce((sum, frame) => sum + shared(rect, frame), 0)
  })
  return CORNERS[over.indexOf(Math.min(...over))] ?? 'bottom-start'
}
