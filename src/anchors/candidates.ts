import { ARIA_ROLES } from '../vocabulary/aria-roles.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { identifyingAttributes } from './attributes.ts'
import { attributeSelector, queryAll } from './dom.ts'
import { ownerOf, peersIn, selectorOfAll } from './given-names.ts'
import { kindredRoles } from './kindred.ts'
import type { Look } from './look.ts'

/** Roles whose elements have a name of their own; a paragraph is told by nothing but its text. */
const NAMEABLE = ARIA_ROLES.filter((role) => role !== 'paragraph')

const selectors = new WeakMap<Anchor, readonly string[]>()

/** What has one of the recipe's attributes. Asked for one by one: browsers are several times as quick at that as at a list. */
function selectorsOf(anchor: Anchor): readonly string[] {
  let found = selectors.get(anchor)
  if (found === undefined) {
    found = identifyingAttributes(anchor).map(([name, value]) => attributeSelector(name, value))
    selectors.set(anchor, found)
  }
  return found
}

/** The elements worth comparing, where `isExact` of the recipe's own role only: those that bear the name, and those that bear an attribute. */
export function candidatesOf(
  anchor: Anchor,
  look: Look,
  isExact = anchor.exact === true,
): Set<Element> {
  const found = new Set<Element>()
  const { name, role, holds, holder } = anchor
  if (name !== undefined) {
    const kin = role === undefined ? NAMEABLE : [role, ...(isExact ? [] : kindredRoles(role))]
    for (const one of kin) for (const element of look.withName(one, name)) found.add(element)
  }
  for (const selector of selectorsOf(anchor))
    for (const root of look.roots)
      for (const element of queryAll(root, selector)) if (!look.isOwn(element)) found.add(element)
  if (role === undefined) return found
  if (holds !== undefined)
    for (const root of look.roots)
      for (const inner of queryAll(root, selectorOfAll(holds))) {
        const owner = ownerOf(inner, role, look)
        if (owner !== undefined && !look.isOwn(owner)) found.add(owner)
      }
  if (holder !== undefined)
    for (const root of look.roots)
      for (const part of queryAll(root, selectorOfAll(holder)))
        for (const element of peersIn(part, role, look))
          if (!look.isOwn(element)) found.add(element)
  // Nothing on the page can be searched for these: each of the role is looked at.
  if (anchor.icon !== undefined || (anchor.label !== undefined && name === undefined))
    for (const element of name === undefined ? look.ofRole(role) : look.unnamedOf(role))
      found.add(element)
  return found
}
