import type { WireframeBox } from '../vocabulary/wireframe.ts'
import {
  BOXES_MAX,
  GRID_HEIGHT_MAX,
  GRID_WIDTH,
  type WireframeRole,
} from '../vocabulary/wireframe-grid.ts'
import { framePage } from './page-frame.ts'
import { breadthOf, type Sketch } from './sketch.ts'

/** Units of the grid: of what holds nothing. */
const HEIGHTS: Partial<Record<WireframeRole, number>> = {
  heading: 2,
  button: 2,
  field: 2,
  tab: 2,
  picture: 4,
  frame: 10,
}
const GAP = 1
/** Narrower than this nothing is drawn: a row goes on in the next line. */
const WIDTH_MIN = 4
/** However much is side by side in one part, it leaves room for the parts beside it. */
const BREADTH_MAX = 6
/** A main part is the widest of a page, whatever is in it. */
const BREADTH_OF_MAIN = 24
const BREADTH_OF_SIDE = 4

interface Place {
  x: number
  y: number
  width: number
}

function shareOf(part: Sketch): number {
  const roles = new Set([part.role, ...part.parts.map(({ role }) => role)])
  if (roles.has('main')) return BREADTH_OF_MAIN
  if (roles.has('navigation') || roles.has('aside')) return BREADTH_OF_SIDE
  return breadthOf(part, BREADTH_MAX)
}

/** Shares a width out among what stands in one line, by how much is side by side in each. */
function widthsOf(line: readonly Sketch[], width: number): number[] {
  const free = width - GAP * (line.length - 1) - WIDTH_MIN * line.length
  const shares = line.map(shareOf)
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => WIDTH_MIN + Math.floor((free * share) / all))
}

/**
 * Draws a sketch on the grid. All sizes are made here, from structure alone: none is measured on the page,
 * so that none can follow from a text, a font or the data in it.
 */
export function drawWireframe(sketch: Sketch): WireframeBox[] {
  const boxes: WireframeBox[] = []

  /** Draws at a place; how high it came out. */
  function draw({ role, flow, parts }: Sketch, { x, y, width }: Place): number {
    if (boxes.length >= BOXES_MAX || y >= GRID_HEIGHT_MAX) return 0
    if (role === undefined) return drawParts(flow, parts, { x, y, width })
    const box = { role, x, y, width, height: HEIGHTS[role] ?? 1 }
    boxes.push(box)
    if (parts.length > 0 && width > 2 * GAP + WIDTH_MIN) {
      const inner = { x: x + GAP, y: y + GAP, width: width - 2 * GAP }
      box.height = Math.max(box.height, drawParts(flow, parts, inner) + 2 * GAP)
    }
    box.height = Math.min(box.height, GRID_HEIGHT_MAX - y)
    return box.height
  }
  function drawParts(flow: Sketch['flow'], parts: readonly Sketch[], place: Place): number {
    const fit = Math.floor((place.width + GAP) / (WIDTH_MIN + GAP))
    const across = flow === 'row' ? Math.max(1, fit) : 1
    let below = place.y
    for (let first = 0; first < parts.length; first += across) {
      const line = parts.slice(first, first + across)
      const widths = widthsOf(line, place.width)
      let x = place.x
      let height = 0
      for (const [at, part] of line.entries()) {
        const width = widths[at] ?? WIDTH_MIN
        height = Math.max(height, draw(part, { x, y: below, width }))
        x += width + GAP
      }
      if (height > 0) below += height + GAP
    }
    return Math.max(0, below - place.y - GAP)
  }

  draw(framePage(sketch), { x: 0, y: 0, width: GRID_WIDTH })
  return boxes
}
