import { isRendered, queryAll } from '../anchors/dom.ts'

const ALERTS = '[role~="alertdialog"]'
const MODALS = '[aria-modal="true"],dialog:modal'

/**
 * Whether the app wants the person's whole attention: an alert, whatever it holds, or a modal
 * dialog that does not hold the step's target. Handrail then draws nothing.
 */
export function isAppAlerting(document: Document, target: Element | undefined): boolean {
  if (queryAll(document, ALERTS).some(isRendered)) return true
  return queryAll(document, MODALS).some(
    (dialog) => !(target !== undefined && dialog.contains(target)) && isRendered(dialog),
  )
}
