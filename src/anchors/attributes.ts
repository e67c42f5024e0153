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

const identifying = new WeakMap<Anchor, [string, string][]>()

/** The attributes by which a recipe's element can be looked up; shared ones where it has no others. */
export function identifyingAttributes(anchor: Anchor): readonly [string, string][] {
  let found = identifying.get(anchor)
  if (found === undefined) {
    const all = Object.entries(anchor.attributes ?? {})
    const own = all.filter(([name]) => isIdentifying(name))
    found = own.length > 0 ? own : all
    identifying.set(anchor, found)
  }
  return found
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
