import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import type { StableAttribute } from '../vocabulary/stable-attributes.ts'
import {
  attributeOf,
  attributeSelector,
  enclosing,
  isRendered,
  queryAll,
  selfAndAncestors,
} from './dom.ts'
import type { Look } from './look.ts'
import { selectorOf } from './role.ts'

/** Attributes by which an app calls its own parts, whatever they are. */
export const GIVEN_NAMES = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'data-automation-id',
  'data-extension-id',
  'data-extension-slot-name',
  'id',
] as const satisfies readonly StableAttribute[]

/** How far in or out a mark may stand. */
export const LEVELS_MAX = 4

export type Attributes = NonNullable<Anchor['attributes']>

export function selectorOfAll(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => attributeSelector(name, value))
    .join('')
}

/** Whether one thing inside the element, and no more, is called so. */
export function isHoldingGiven(element: Element, attributes: Attributes): boolean {
  return queryAll(element, selectorOfAll(attributes)).length === 1
}

function isCalled(element: Element, attributes: Attributes): boolean {
  return Object.entries(attributes).every(([name, value]) => attributeOf(element, name) === value)
}

/** The drawn elements of a role in a part. */
export function peersIn(part: Element, role: AriaRole | undefined, look: Look): Element[] {
  return queryAll(part, role === undefined ? '*' : selectorOf(role)).filter(
    (element) => look.roleOf(element) === role && isRendered(element),
  )
}

/** Whether a part that is called so holds the element as its only one of the role. */
export function isHeldByGiven(
  element: Element,
  attributes: Attributes,
  role: AriaRole | undefined,
  look: Look,
): boolean {
  let level = 0
  for (const around of selfAndAncestors(element)) {
    if (level++ > LEVELS_MAX) return false
    if (around === element || !isCalled(around, attributes)) continue
    return peersIn(around, role, look).every((peer) => peer === element)
  }
  return false
}

/** The element of the role that a part inside it belongs to. */
export function ownerOf(inner: Element, role: AriaRole, look: Look): Element | undefined {
  let at = enclosing(inner)
  for (let level = 0; at !== null && level < LEVELS_MAX; level++, at = enclosing(at))
    if (look.roleOf(at) === role) return at
  return undefined
}
