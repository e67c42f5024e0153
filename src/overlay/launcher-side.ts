import { boxOf, isRendered } from '../anchors/dom.ts'
import type { Preferences } from '../vocabulary/preferences.ts'
import { type Corner, clearCorner } from './free-corner.ts'
import { pageDirection } from './page-direction.ts'

/** What a person calls a corner, by how the page is read. */
function cornerOf(document: Document, chosen: Preferences['corner']): Corner[] {
  if (chosen === 'auto') return []
  const isStart = chosen.endsWith('left') === (pageDirection(document) === 'ltr')
  const side = isStart ? 'start' : 'end'
  return [chosen.startsWith('top') ? `top-${side}` : `bottom-${side}`]
}

/**
 * The corner in which the launcher, and what stands above it, lies over the least of the zones: the chosen
 * one where that is as good as any, else a lower one.
 */
export function launcherSide(
  document: Document,
  dock: Element,
  noCover: readonly Element[],
  chosen: Preferences['corner'],
): Corner {
  const zones = noCover.filter(isRendered).map(boxOf)
  const corners = [...cornerOf(document, chosen), 'bottom-start', 'bottom-end'] as const
  if (zones.length === 0) return corners[0] ?? 'bottom-start'
  return clearCorner(document, dock, zones, corners).corner
}
