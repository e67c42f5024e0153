import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { NamedElement } from '../vocabulary/evidence.ts'
import { accessibleName } from './accessible-name.ts'
import { isNamed } from './context.ts'
import type { DataSight } from './data-sight.ts'
import { enclosing, isHolding, isRendered, queryAll } from './dom.ts'
import type { Look } from './look.ts'
import { isNear, NEAR_LEVELS } from './near.ts'
import { selectorOf } from './role.ts'

const NEIGHBOURS: readonly AriaRole[] = [
  'button',
  'link',
  'textbox',
  'combobox',
  'searchbox',
  'spinbutton',
  'checkbox',
  'tab',
  'menuitem',
  'heading',
]

/** A named control beside the element, the closest that is no data. */
export function recordNear(
  element: Element,
  look: Look,
  data: DataSight,
): NamedElement | undefined {
  const own = look.nameOf(element)
  let around = enclosing(element)
  for (let level = 0; around !== null && level < NEAR_LEVELS; level++, around = enclosing(around))
    for (const role of NEIGHBOURS)
      for (const other of queryAll(around, selectorOf(role))) {
        if (look.roleOf(other) !== role || isHolding(element, other) || isHolding(other, element))
          continue
        if (data.isInDataRow(other)) continue
        const name = accessibleName(other)
        const neighbour = data.nameable(other, name)
        if (neighbour === undefined || isNamed(other, [own], look) || !isRendered(other)) continue
        if (isNear(element, neighbour, look)) return neighbour
      }
  return undefined
}
