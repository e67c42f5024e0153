/** Roles by which an element outside the pack may be named. */
export const ELEMENT_ROLES = [
  'button',
  'link',
  'textbox',
  'combobox',
  'checkbox',
  'radio',
  'tab',
  'menuitem',
  'option',
  'row',
  'cell',
  'heading',
  'img',
  'dialog',
  'generic',
] as const

export type ElementRole = (typeof ELEMENT_ROLES)[number]
