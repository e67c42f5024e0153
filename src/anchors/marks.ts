import type { Anchor } from '../vocabulary/evidence.ts'
import { type AttributeMarks, weighAttributes } from './attributes.ts'
import { isNamed, isWithin } from './context.ts'
import { kindredRoles } from './kindred.ts'
import { languageOf } from './language.ts'
import type { Look } from './look.ts'
import { isNear } from './near.ts'
import { isOpposite } from './opposites.ts'
import { hasPath } from './path.ts'
import { hostsOf, isOtherPlace, isSamePlace } from './place.ts'

/** What of a recipe holds for one element. `undefined` where the recipe does not speak of it. */
export interface Marks {
  role: 'same' | 'kindred' | undefined
  name: 'same' | 'other' | 'opposite' | 'unnamed' | undefined
  attributes: AttributeMarks
  /** One for each part, from the inside out. */
  within: boolean[]
  readonly near: boolean | undefined
  readonly path: boolean | undefined
  inside: boolean | undefined
  shadow: boolean | undefined
  /** The page is in another language than the recipe: its words tell nothing. */
  isForeign: boolean
}

function nameMark(element: Element, anchor: Anchor, look: Look): Marks['name'] {
  if (anchor.name === undefined) return undefined
  if (isNamed(element, anchor.name, look)) return 'same'
  const actual = look.nameOf(element)
  if (actual === '') return 'unnamed'
  return anchor.name.some((name) => isOpposite(name, actual)) ? 'opposite' : 'other'
}

function isForeign(element: Element, { lang }: Anchor): boolean {
  const actual = lang === undefined ? undefined : languageOf(element)
  return actual !== undefined && actual !== lang
}

/**
 * Compares an element with a recipe; undefined where it is ruled out by what is cheap to see: its
 * role, its place, or a name and attributes that both differ.
 */
export function markElement(element: Element, anchor: Anchor, look: Look): Marks | undefined {
  const role = look.roleOf(element)
  const isKindred =
    role !== undefined && anchor.role !== undefined && kindredRoles(anchor.role).includes(role)
  if (anchor.role !== undefined && role !== anchor.role && !isKindred) return undefined
  const places = anchor.inside && look.placesOf(element)
  if (anchor.inside && places && isOtherPlace(anchor.inside, places)) return undefined
  const attributes = weighAttributes(element, anchor)
  const name = nameMark(element, anchor, look)
  if (name !== 'same' && attributes.specific + attributes.common === 0) return undefined
  const within = (anchor.within ?? []).map((part) => isWithin(element, part, look))
  const near = once(() => anchor.near && isNear(element, anchor.near, look))
  const path = once(() => (anchor.path === undefined ? undefined : hasPath(element, anchor.path)))
  return {
    role: anchor.role && (isKindred ? 'kindred' : 'same'),
    name,
    attributes,
    within,
    // Only asked for where the rest leaves it open: in a table of a thousand rows it rarely does.
    get near() {
      return near()
    },
    get path() {
      return path()
    },
    inside: anchor.inside && places && isSamePlace(anchor.inside, places),
    shadow: anchor.shadow && anchor.shadow.join() === hostsOf(element).join(),
    isForeign: isForeign(element, anchor),
  }
}

function once<Value>(compute: () => Value): () => Value {
  let known: { value: Value } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}
