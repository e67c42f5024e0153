import type { Anchor } from '../vocabulary/evidence.ts'
import type { StableAttribute } from '../vocabulary/stable-attributes.ts'
import { attributeOf } from './dom.ts'
import { isSpecificValue } from './specific.ts'

/** Attributes that many controls share by their nature: they identify nothing. */
const SHARED: ReadonlySet<string> = new Set<StableAttribute>(['type', 'autocomplete'])

export interface AttributeMarks {
  /** Attributes that name this one thing: how many hold. */
  specific: number
  /** Attributes that could stand on another form too ('save', 'name'): how many hold. */
  common: number
  /** The element has the attribute with another value. */
  contradicted: number
  /** Attributes of either kind that the recipe carries. */
  carried: number
}

export function isIdentifying(name: string): boolean {
  return !SHARED.has(name)
}

/** The attributes by which a recipe's element can be looked up; shared ones where it has no others. */
export function identifyingAttributes({ attributes = {} }: Anchor): [string, string][] {
  const all = Object.entries(attributes)
  const own = all.filter(([name]) => isIdentifying(name))
  return own.length > 0 ? own : all
}

export function weighAttributes(element: Element, anchor: Anchor): AttributeMarks {
  const marks = { specific: 0, common: 0, contradicted: 0, carried: 0 }
  for (const [name, value] of identifyingAttributes(anchor)) {
    marks.carried++
    const actual = attributeOf(element, name)
    if (actual === value) marks[isSpecificValue(value) ? 'specific' : 'common']++
    else if (actual) marks.contradicted++
  }
  return marks
}
