import { holdsMatch, isHolding, isMatch, isRendered, queryAll, type Root } from '../anchors/dom.ts'

/** What is outside a native modal dialog is inert: a callout there could not even be pressed away. */
export const ALERTS = '[role~="alertdialog"],dialog:modal'
export const MODALS = '[aria-modal="true"]'
const WARNING = '[role~="alertdialog"]'
const FRAMES = 'iframe,frame'

/**
 * Whether what a frame shows is to be kept back: an alert or a modal dialog of the page that the frame
 * is in, unless it is the dialog that holds the frame.
 */
export function isAlertingOverFrames(roots: readonly Root[]): boolean {
  return roots
    .flatMap((root) => queryAll(root, `${ALERTS},${MODALS}`))
    .some((part) => !(holdsMatch(part, FRAMES) && !isMatch(part, WARNING)) && isRendered(part))
}

/**
 * Whether the app wants the person's whole attention: an alert, whatever it holds, or a modal
 * dialog that does not hold the step's target. Handrail then draws nothing.
 */
export function isAppAlerting(roots: readonly Root[], target: Element | undefined): boolean {
  return roots
    .flatMap((root) => queryAll(root, `${ALERTS},${MODALS}`))
    .some((part) => {
      const isOfStep = target !== undefined && isHolding(part, target)
      return !(isOfStep && !isMatch(part, ALERTS)) && isRendered(part)
    })
}
