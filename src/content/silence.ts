import { holdsMatch, isHolding, isMatch, isRendered, selfAndAncestors } from '../anchors/dom.ts'

export const ALERTS = '[role~="alertdialog"]'
/** All that is outside it can't be pressed, nor reached by keys or by a screen reader. */
const NATIVE_MODAL = 'dialog:modal'
export const ARIA_MODAL = '[aria-modal="true"]'
/** What asks for the person's whole attention. */
export const MODALS = `${ALERTS},${NATIVE_MODAL},${ARIA_MODAL}`
const FRAMES = 'iframe,frame'

/**
 * Whether what a frame shows is to be kept back: an alert or a modal dialog of the page that the frame
 * is in, unless it is the dialog that holds the frame.
 */
export function isAlertingOverFrames(modals: readonly Element[]): boolean {
  return modals.some(
    (part) => !(holdsMatch(part, FRAMES) && !isMatch(part, ALERTS)) && isRendered(part),
  )
}

/**
 * Whether the app wants the person's whole attention: an alert, whatever it holds, or a modal
 * dialog that does not hold the step's target. Handrail then draws nothing.
 */
export function isAppAlerting(modals: readonly Element[], target: Element | undefined): boolean {
  return modals.some((part) => isSilencing(part, target))
}

/** Whether this alert or modal dialog is to be seen, and does not merely hold the step's target. */
export function isSilencing(part: Element, target: Element | undefined): boolean {
  const isOfStep = target !== undefined && isHolding(part, target)
  return !(isOfStep && !isMatch(part, ALERTS)) && isRendered(part)
}

/** Whether the element is in a native modal dialog: what stands beside it then can't be pressed. */
export function isInNativeModal(element: Element): boolean {
  for (const around of selfAndAncestors(element)) if (isMatch(around, NATIVE_MODAL)) return true
  return false
}
