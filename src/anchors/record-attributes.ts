import type { Anchor } from '../vocabulary/evidence.ts'
import { STABLE_ATTRIBUTES, type StableAttribute } from '../vocabulary/stable-attributes.ts'
import { isIdentifying } from './attributes.ts'
import type { DataSight } from './data-sight.ts'
import { attributeOf, attributeSelector, queryAll } from './dom.ts'
import type { Look } from './look.ts'
import { isStableLink, isStableValue } from './stable-value.ts'

/** A control is known well enough by these many. */
const ATTRIBUTES_MAX = 4

function isAlone(look: Look, name: string, value: string): boolean {
  let count = 0
  for (const root of look.roots) count += queryAll(root, attributeSelector(name, value)).length
  return count === 1
}

/** Attributes of the element that a person wrote, that no other element has, and that are no data. */
export function recordAttributes(
  element: Element,
  look: Look,
  data: DataSight,
): NonNullable<Anchor['attributes']> {
  const found: Partial<Record<StableAttribute, string>> = {}
  for (const name of STABLE_ATTRIBUTES) {
    const value = attributeOf(element, name)
    if (value === null || !isIdentifying(name) || Object.keys(found).length >= ATTRIBUTES_MAX)
      continue
    const isStable = name === 'href' ? isStableLink(value) : isStableValue(value)
    if (!isStable || /[*^$~|]/.test(value) || data.isData(value)) continue
    if (isAlone(look, name, value)) found[name] = value
  }
  return found as NonNullable<Anchor['attributes']>
}
