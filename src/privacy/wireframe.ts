import type { WireframeBox } from '../vocabulary/wireframe.ts'
import {
  BOXES_MAX,
  GRID_HEIGHT_MAX,
  GRID_WIDTH,
  type WireframeRole,
} from '../vocabulary/wireframe-grid.ts'

/** A screen by its structure: what is in what, in which order, and whether side by side. */
export interface Sketch {
  /** `undefined`: only holds others, and is not drawn. */
  role: WireframeRole | undefined
  flow: 'row' | 'column'
  parts: readonly Sketch[]
}

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

interface Place {
  x: number
  y: number
  width: number
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
    const across = flow === 'row' ? Math.max(1, Math.floor(place.width / (WIDTH_MIN + GAP))) : 1
    let below = place.y
    for (let first = 0; first < parts.length; first += across) {
      const line = parts.slice(first, first + across)
      const width = Math.floor((place.width - GAP * (line.length - 1)) / line.length)
      const heights = line.map((part, at) =>
        draw(part, { x: place.x + at * (width + GAP), y: below, width }),
      )
      const height = Math.max(...heights)
      if (height > 0) below += height + GAP
    }
    return Math.max(0, below - place.y - GAP)
  }

  draw(sketch, { x: 0, y: 0, width: GRID_WIDTH })
  return boxes
}

/** The same structure has the same text. */
function shapeOf({ role, flow, parts }: Sketch): string {
  return `${role ?? ''}${flow === 'row' ? '-' : '|'}(${parts.map(shapeOf).join()})`
}

const ONE_BY_ONE: ReadonlySet<WireframeRole | undefined> = new Set([
  'field',
  'choice',
  'button',
  'tab',
])

/** Whether it holds a control, by itself or deeper: how many of those there are is the app’s doing. */
function holdsControl({ role, parts }: Sketch): boolean {
  return ONE_BY_ONE.has(role) || parts.some(holdsControl)
}

/**
 * Of parts in a row that look alike only the first: how many results, allergies or cards there are is data.
 * Fields, buttons and tabs stay, unless they are those of entries (`areEntries`: rows, items of a list).
 */
export function withoutRepeats(parts: readonly Sketch[], areEntries: boolean): Sketch[] {
  return parts.filter((part, at) => {
    const before = parts[at - 1]
    if (before === undefined || shapeOf(before) !== shapeOf(part)) return true
    return !areEntries && holdsControl(part)
  })
}
