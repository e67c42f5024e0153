import { boxOf, documentOf, queryAll } from '../anchors/dom.ts'
import { clearCorner } from './free-corner.ts'

/**
 * Puts a panel in the corner where it lies over none of the zones, and where it speaks of a control in a
 * frame, over the least of the page's frames. Where every corner lies on a zone it is not shown:
 * the result says.
 */
export function standInCorner(
  panel: HTMLElement,
  zones: readonly DOMRect[],
  isForFrame: boolean,
): boolean {
  const document = documentOf(panel)
  const frames = isForFrame ? queryAll(document, 'iframe,frame').map(boxOf) : []
  const keepClear = zones.length > 0 ? zones : frames
  const { corner, over } = clearCorner(document, panel, keepClear)
  panel.dataset.corner = corner
  const isShown = zones.length === 0 || over === 0
  panel.style.visibility = isShown ? 'visible' : 'hidden'
  return isShown
}
