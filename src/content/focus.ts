import { isMatch } from '../anchors/dom.ts'
import { focusedElement } from '../overlay/focused.ts'

/** What somebody fills in. */
const FIELDS =
  'textarea,select,[contenteditable]:not([contenteditable="false"]),input:not([type=button],[type=submit],[type=reset],[type=image])'
const FIELD_ROLES = ['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'slider']
const FIELD = `${FIELDS},${FIELD_ROLES.map((role) => `[role~="${role}"]`).join()}`

/** The field that has the focus, through open shadow roots. */
export function focusedField(document: Document): Element | undefined {
  const active = focusedElement(document)
  return active && isMatch(active, FIELD) ? active : undefined
}
