import { isRendered, queryAll } from '../anchors/dom.ts'

const ALERTS = '[role~="alertdialog"]'
const MODALS = `${ALERTS},[aria-modal="true"],dialog:modal`

/**
 * Whether the app wants the person's whole attention: an alert, or a modal dialog that does not
 * hold the step's target. Handrail then draws nothing.
 */
export function isAppAlerting(document: Document, target: Element | undefined): boolean {
  return queryAll(document, MODALS).some(
    (dialog) => !(target !== undefined && dialog.contains(target)) && isRendered(dialog),
  )
}
