import { type Change, someNode } from '../anchors/change.ts'
import {
  holdsMatch,
  isAttributeSet,
  isElement,
  isMatch,
  queryAll,
  type Root,
  tagOf,
} from '../anchors/dom.ts'
import { ALERTS, ARIA_MODAL, MODALS } from './silence.ts'

/** A dialog is modal only once it is opened. */
const SILENCING = `${ALERTS},dialog,${ARIA_MODAL}`
/** Attributes that make an alert or a modal dialog of what was none. */
const OF_DIALOGS: readonly (string | null)[] = ['aria-modal', 'open', 'role']

/** Whether a change may have brought up an alert or a modal dialog, which Handrail keeps silent for. */
export function mayAlert(change: Change): boolean {
  const { attributeName } = change
  if (attributeName !== null) return OF_DIALOGS.includes(attributeName)
  return change.type === 'childList' && someNode(change.addedNodes, maySilence)
}

function maySilence(node: Node): boolean {
  if (!isElement(node)) return false
  // What has none of it in itself is cheaper to ask than a selector: apps add hundreds of rows.
  const mayItself =
    tagOf(node) === 'DIALOG' || isAttributeSet(node, 'role') || isAttributeSet(node, 'aria-modal')
  return (mayItself && isMatch(node, SILENCING)) || holdsMatch(node, SILENCING)
}

/**
 * The alerts and modal dialogs of a page. To look for them takes a browser a millisecond where a page holds ten
 * thousand elements, so those of a root are kept until a change may have brought another.
 */
export function createModals() {
  let kept = new WeakMap<Root, readonly Element[]>()

  function keep(root: Root): readonly Element[] {
    let parts = kept.get(root)
    if (parts === undefined) {
      parts = queryAll(root, MODALS)
      kept.set(root, parts)
    }
    return parts
  }

  return {
    /** Some change may have brought one (`mayAlert`). */
    forget(): void {
      kept = new WeakMap()
    },
    /** Those of these roots, as they are by now, drawn or not. */
    in: (roots: readonly Root[]): Element[] =>
      roots.flatMap(keep).filter((part) => isMatch(part, MODALS)),
  }
}

export type Modals = ReturnType<typeof createModals>
