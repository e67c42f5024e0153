import { holdsMatch, isElement, isHolding, isMatch, queryAll } from '../anchors/dom.ts'
import { isSilencing, MODALS } from './silence.ts'
import { rowOf } from './surroundings.ts'

const SILENCING = `${MODALS},dialog`
/** Attributes that make an alert or a modal dialog of what was none. */
const OF_DIALOGS: readonly (string | null)[] = ['aria-modal', 'open', 'role']

/**
 * Whether after these changes the element may be another one, or gone: a change in it or in its row, of how
 * a part is shown that holds it, or one that takes it off the page.
 */
export function areOfElement(
  changes: readonly MutationRecord[],
  element: Element | undefined,
  row = element && rowOf(element),
): boolean {
  if (element === undefined || row === undefined) return false
  return changes.some((change) => {
    const { target, type } = change
    if (isHolding(row, target)) return true
    if (type === 'attributes') return isHolding(target, element)
    if (type !== 'childList') return false
    for (const node of change.removedNodes) if (isHolding(node, element)) return true
    return false
  })
}

/** Whether a change may have brought up an alert or a modal dialog, which Handrail keeps silent for. */
export function mayAlert(change: MutationRecord): boolean {
  const { attributeName, type } = change
  if (type === 'attributes') return OF_DIALOGS.includes(attributeName)
  if (type !== 'childList') return false
  for (const node of change.addedNodes)
    if (isElement(node) && (isMatch(node, SILENCING) || holdsMatch(node, SILENCING))) return true
  return false
}

/** Whether changes that may have, did bring up what silences Handrail: no look need be awaited for it. */
export function bringsAlert(
  changes: readonly MutationRecord[],
  target: Element | undefined,
): boolean {
  for (const change of changes) {
    for (const node of change.type === 'attributes' ? [change.target] : change.addedNodes) {
      if (!isElement(node)) continue
      const isIn = queryAll(node, MODALS).some((part) => isSilencing(part, target))
      if (isIn || (isMatch(node, MODALS) && isSilencing(node, target))) return true
    }
  }
  return false
}
