import { holdsMatch, isElement, isHolding, isMatch } from '../anchors/dom.ts'
import { ALERTS, MODALS } from './silence.ts'

const SILENCING = `${ALERTS},${MODALS},dialog`
/** Attributes that make an alert or a modal dialog of what was none. */
const OF_DIALOGS: readonly (string | null)[] = ['aria-modal', 'open', 'role']

/** Whether a change is one in the element, or in what holds it: it may be another one now, or gone. */
export function isOfElement({ target }: MutationRecord, element: Element | undefined): boolean {
  return element !== undefined && (isHolding(target, element) || isHolding(element, target))
}

/** Whether a change may have brought up an alert or a modal dialog, which Handrail keeps silent for. */
export function mayAlert({ addedNodes, attributeName, type }: MutationRecord): boolean {
  if (type === 'attributes') return OF_DIALOGS.includes(attributeName)
  for (const node of addedNodes)
    if (isElement(node) && (isMatch(node, SILENCING) || holdsMatch(node, SILENCING))) return true
  return false
}
