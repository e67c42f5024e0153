import type { WireframeRole } from '../vocabulary/wireframe-grid.ts'

/** A screen by its structure: what is in what, in which order, and whether side by side. */
export interface Sketch {
  /** `undefined`: only holds others, and is not drawn. */
  role: WireframeRole | undefined
  flow: 'row' | 'column'
  parts: readonly Sketch[]
}

/** What holds others and is not drawn itself. */
export function holding(flow: Sketch['flow'], parts: readonly Sketch[]): Sketch {
  return { role: undefined, flow, parts }
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

/** How many things stand side by side in it at its widest, at most `most`. */
export function breadthOf({ flow, parts }: Sketch, most: number): number {
  if (parts.length === 0) return 1
  const breadths = parts.map((part) => breadthOf(part, most))
  const all = flow === 'row' ? breadths.reduce((sum, one) => sum + one, 0) : Math.max(...breadths)
  return Math.min(most, all)
}
