import type { AriaRole } from '../vocabulary/aria-roles.ts'

/** Roles that a release may give a control instead of its own while it stays the same control. */
const KINDS: readonly (readonly AriaRole[])[] = [
  ['button', 'link', 'menuitem', 'tab'],
  ['textbox', 'searchbox', 'combobox', 'spinbutton'],
  ['checkbox', 'switch', 'menuitemcheckbox'],
  ['radio', 'menuitemradio'],
  ['listbox', 'combobox'],
  ['group', 'radiogroup', 'region', 'form'],
  ['dialog', 'alertdialog', 'region'],
  ['table', 'grid', 'treegrid'],
]

/** What an element without a role becomes when its app learns of roles. Never the other way. */
const OF_GENERIC: AriaRole[] = ['button', 'link', 'menuitem', 'option', 'tab']

const kindred = new Map<AriaRole, readonly AriaRole[]>([['generic', OF_GENERIC]])

export function kindredRoles(role: AriaRole): readonly AriaRole[] {
  let found = kindred.get(role)
  if (found === undefined) {
    const kin = KINDS.filter((kind) => kind.includes(role)).flat()
    found = [...new Set(kin)].filter((other) => other !== role)
    kindred.set(role, found)
  }
  return found
}

const FIELDS: ReadonlySet<AriaRole | undefined> = new Set<AriaRole>([
  'combobox',
  'listbox',
  'searchbox',
  'slider',
  'spinbutton',
  'textbox',
])

/** A field to fill in: its label stands on many forms, and its `name` or id is what the server knows it by. */
export function isField(role: AriaRole | undefined): boolean {
  return FIELDS.has(role)
}
