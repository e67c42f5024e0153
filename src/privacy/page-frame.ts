import type { WireframeRole } from '../vocabulary/wireframe-grid.ts'
import { breadthOf, holding, type Sketch } from './sketch.ts'

const LANDMARKS: ReadonlySet<WireframeRole | undefined> = new Set([
  'banner',
  'navigation',
  'main',
  'aside',
])
/** A navigation of more entries side by side lies across the page. */
const ACROSS = 4

/** Takes the outermost landmarks out of a page, in their order; what is left of it. */
function takeOut(sketch: Sketch, taken: Sketch[]): Sketch | undefined {
  if (LANDMARKS.has(sketch.role)) {
    taken.push(sketch)
    return undefined
  }
  if (sketch.parts.length === 0) return sketch
  const parts = sketch.parts.flatMap((part) => takeOut(part, taken) ?? [])
  return parts.length === 0 && sketch.role === undefined ? undefined : { ...sketch, parts }
}

/** What is worth a place of its own: containers without anything in them are not. */
function holdsMore({ role, parts }: Sketch): boolean {
  return role === undefined || role === 'text' ? parts.some(holdsMore) : true
}

/**
 * A page as pages are: banners across the top, navigation to the left, asides to the right, the main part
 * between. Where its landmarks really lie, the app's styles say by grids, fixed places and margins, whose
 * sizes may follow from a text. Without a main part it stays as it is.
 */
export function framePage(page: Sketch): Sketch {
  const landmarks: Sketch[] = []
  const rest = takeOut(page, landmarks)
  const of = (role: WireframeRole) => landmarks.filter((part) => part.role === role)
  const main = of('main')
  if (main.length === 0) return page
  const isAcross = (part: Sketch) => breadthOf(part, ACROSS) >= ACROSS
  const navigation = of('navigation')
  const middle = rest && holdsMore(rest) ? [...main, rest] : main
  const columns = [navigation.filter((part) => !isAcross(part)), middle, of('aside')]
  return holding('column', [
    ...of('banner'),
    ...navigation.filter(isAcross),
    holding(
      'row',
      columns.filter(({ length }) => length > 0).map((parts) => holding('column', parts)),
    ),
  ])
}
