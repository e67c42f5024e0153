import { boxOf, isRendered } from '../anchors/dom.ts'
import { type Corner, clearCorner } from './free-corner.ts'

/** The lower corner in which the launcher, and what stands above it, lies over the least of the zones. */
export function launcherSide(
  document: Document,
  dock: Element,
  noCover: readonly Element[],
): Corner {
  const zones = noCover.filter(isRendered).map(boxOf)
  if (zones.length === 0) return 'bottom-start'
  return clearCorner(document, dock, zones, ['bottom-start', 'bottom-end']).corner
}
