import type { NamedElement } from '../vocabulary/evidence.ts'
import { isNamed } from './context.ts'
import { enclosing, queryAll } from './dom.ts'
import type { Look } from './look.ts'
import { selectorOf } from './role.ts'

/** How many levels up a neighbour may stand: a row, a field group, a card. */
export const NEAR_LEVELS = 5

/**
 * Whether the neighbour of this role has this name. The closest part of the page that holds any
 * other element of the role decides: in a table that is the element's own row, not the next one.
 */
export function isNear(element: Element, neighbour: NamedElement, look: Look): boolean {
  let around = enclosing(element)
  for (let level = 0; around !== null && level < NEAR_LEVELS; level++, around = enclosing(around)) {
    let hasPeer = false
    for (const other of queryAll(around, selectorOf(neighbour.role))) {
      if (other === element || look.roleOf(other) !== neighbour.role) continue
      if (isNamed(other, neighbour.name, look)) return true
      hasPeer = true
    }
    if (hasPeer) return false
  }
  return false
}
