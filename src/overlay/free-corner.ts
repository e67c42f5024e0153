import { boxOf } from '../anchors/dom.ts'
import { pageDirection } from './page-direction.ts'

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
 * The corner in which a panel lies over the least of what is to be kept clear, and how much that is, in
 * square px.
 */
export function clearCorner(
  document: Document,
  panel: Element,
  keepClear: readonly DOMRect[],
  corners: readonly Corner[] = CORNERS,
): { corner: Corner; over: number } {
  const isRightToLeft = pageDirection(document) === 'rtl'
  const size = boxOf(panel)
  const overs = corners.map((corner) => {
    const rect = cornerRect(corner, size, isRightToLeft)
    return keepClear.reduce((sum, part) => sum + shared(rect, part), 0)
  })
  const over = Math.min(...overs)
  return { corner: corners[overs.indexOf(over)] ?? 'bottom-start', over }
}
