import { isMatch } from '../anchors/dom.ts'
import { focusedElement } from '../overlay/focused.ts'

/** What somebody fills in. */
const FIELDS =
  'textarea,select,[contenteditable]:not([contenteditable="false"]),input:not([type=button],[type=submit],[type=reset],[type=image])'
const FIELD_ROLES = ['textbox', 'searchbox', 'combobox', 'spinbutton', 'listbox', 'slider']
const FIELD = `${FIELDS},${FIELD_ROLES.map((role) => `[role~="${role}"]`).join()}`

/** What somebody types into; a box to tick or a list to choose from is none. */
const TYPED =
  'textarea,[contenteditable]:not([contenteditable="false"]),input:not([type=checkbox],[type=radio],[type=range],[type=color],[type=file],[type=button],[type=submit],[type=reset],[type=image])'

/** Whether it is a field that somebody types into. */
export function isTyped(field: Element): boolean {
  return isMatch(field, TYPED)
}

/** The field that has the focus, through open shadow roots. */
export function focusedField(document: Document): Element | undefined {
  const active = focusedElement(document)
  return active && isMatch(active, FIELD) ? active : undefined
}
