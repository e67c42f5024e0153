import { hostOf, isMatch, type Root, shadowOf } from '../anchors/dom.ts'

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

function activeIn(root: Root): Element | null {
  // By the prototype: an image named `activeElement` hides the document's own member.
  const owner = hostOf(root) === undefined ? Document.prototype : ShadowRoot.prototype
  return Object.getOwnPropertyDescriptor(owner, 'activeElement')?.get?.call(root) ?? null
}

/** The field that has the focus, through open shadow roots. */
export function focusedField(document: Document): Element | undefined {
  let active = activeIn(document)
  for (let root = active && shadowOf(active); root; root = active && shadowOf(active)) {
    const inner = activeIn(root)
    if (inner === null) break
    active = inner
  }
  return active !== null && isMatch(active, FIELD) ? active : undefined
}
