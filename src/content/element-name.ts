import { enclosing, isHolding } from '../anchors/dom.ts'
import { roleOf } from '../anchors/role.ts'
import type { Pointed } from '../overlay/guide.ts'
import { ELEMENT_ROLES, type ElementRole } from '../vocabulary/element-roles.ts'
import { textOf } from '../vocabulary/texts.ts'
import { elementRegion } from './element-region.ts'
import type { PackSight } from './lookout.ts'

const LEVELS = 4

function isElementRole(role: string | undefined): role is ElementRole {
  return (ELEMENT_ROLES as readonly (string | undefined)[]).includes(role)
}

/** The role by which a signal may name an element: from the closed list, looking a few levels up. */
export function elementRole(element: Element): ElementRole {
  let at: Element | null = element
  for (let level = 0; at !== null && level < LEVELS; level++, at = enclosing(at)) {
    const own = roleOf(at)
    const role = own === 'alertdialog' ? 'dialog' : own
    if (role !== 'generic' && isElementRole(role)) return role
  }
  return 'generic'
}

/**
 * Names an element for the wire: by the pack's target that it is or lies in, otherwise by its role
 * and the part of the page that it stands in.
 * Nothing of the page itself is in the answer.
 */
export function nameElement(
  element: Element,
  here: PackSight | undefined,
  locale: string,
): Pointed {
  for (const { id, label } of here?.pack.targets ?? []) {
    const finding = here?.find(id)
    if (here && finding?.state === 'found' && isHolding(finding.element, element))
      return { target: id, label: textOf(here.pack, locale, `targets.${id}.label`, label) }
  }
  const role = elementRole(element)
  return { role, region: elementRegion(element), label: role }
}
