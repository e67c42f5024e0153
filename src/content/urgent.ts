import { type Change, someNode } from '../anchors/change.ts'
import { isElement, isHolding, isMatch, queryAll } from '../anchors/dom.ts'
import { isSilencing, MODALS } from './silence.ts'
import { rowOf } from './surroundings.ts'

/**
 * Whether after these changes the element may be another one, or gone: a change in it or in its row, of how
 * a part is shown that holds it, or one that takes it off the page.
 */
export function areOfElement(
  changes: readonly Change[],
  element: Element | undefined,
  row = element && rowOf(element),
): boolean {
  if (element === undefined || row === undefined) return false
  return changes.some((change) => {
    const { target, type } = change
    if (isHolding(row, target)) return true
    if (type === 'attributes') return isHolding(target, element)
    return someNode(change.removedNodes, (node) => isHolding(node, element))
  })
}

/** Whether changes that may have, did bring up what silences Handrail: no look need be awaited for it. */
export function bringsAlert(changes: readonly Change[], target: Element | undefined): boolean {
  const brings = (node: Node) => {
    if (!isElement(node)) return false
    const isIn = queryAll(node, MODALS).some((part) => isSilencing(part, target))
    return isIn || (isMatch(node, MODALS) && isSilencing(node, target))
  }
  return changes.some(({ type, target: changed, addedNodes }) =>
    type === 'attributes' ? brings(changed) : someNode(addedNodes, brings),
  )
}
