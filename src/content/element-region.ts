import { enclosing } from '../anchors/dom.ts'
import { roleOf } from '../anchors/role.ts'
import { ELEMENT_REGIONS, type ElementRegion } from '../vocabulary/element-regions.ts'

/** Roles that are a region by another name. */
const ALIKE: Readonly<Record<string, ElementRegion>> = {
  alertdialog: 'dialog',
  menubar: 'menu',
  grid: 'table',
  treegrid: 'table',
  listbox: 'list',
  tree: 'list',
}

const isRegion = (role: string): role is ElementRegion =>
  (ELEMENT_REGIONS as readonly string[]).includes(role)

/** The innermost part of the page that an element stands in, from the closed list; none where no such part is. */
export function elementRegion(element: Element): ElementRegion | undefined {
  for (let at: Element | null = enclosing(element); at !== null; at = enclosing(at)) {
    const role = roleOf(at) ?? ''
    if (isRegion(role)) return role
    const alike = ALIKE[role]
    if (alike !== undefined) return alike
  }
  return undefined
}
