import type { Anchor } from '../vocabulary/evidence.ts'
import { ARIA_ROLES } from '../vocabulary/evidence.ts'
import { identifyingAttributes } from './attributes.ts'
import { attributeSelector, queryAll } from './dom.ts'
import { kindredRoles } from './kindred.ts'
import type { Look } from './look.ts'

/** Roles whose elements have a name of their own; a paragraph is told by nothing but its text. */
const NAMEABLE = ARIA_ROLES.filter((role) => role !== 'paragraph')

/** The elements worth comparing: those that bear the name, and those that bear an attribute. */
export function candidatesOf(anchor: Anchor, look: Look): Set<Element> {
  const found = new Set<Element>()
  const { name, role, exact } = anchor
  if (name !== undefined) {
    const kin = role === undefined ? NAMEABLE : [role, ...(exact ? [] : kindredRoles(role))]
    for (const one of kin) for (const element of look.withName(one, name)) found.add(element)
  }
  const selector = identifyingAttributes(anchor)
    .map(([attribute, value]) => attributeSelector(attribute, value))
    .join(',')
  if (selector !== '')
    for (const root of look.roots)
      for (const element of queryAll(root, selector)) if (!look.isOwn(element)) found.add(element)
  return found
}
