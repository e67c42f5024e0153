import { weighAttributes } from '../anchors/attributes.ts'
import { candidatesOf } from '../anchors/candidates.ts'
import { isBroad, isNamed, isWithin } from '../anchors/context.ts'
import { isRendered, queryAll } from '../anchors/dom.ts'
import { kindredRoles } from '../anchors/kindred.ts'
import type { Look } from '../anchors/look.ts'
import { isNear } from '../anchors/near.ts'
import { isOpposite } from '../anchors/opposites.ts'
import { isOtherPlace } from '../anchors/place.ts'
import { selectorOf } from '../anchors/role.ts'
import { isSpecificName } from '../anchors/specific.ts'
import type { Anchor } from '../vocabulary/evidence.ts'
import { isAlike } from './like-words.ts'
import type { Kept } from './sighting.ts'

/** Independent kinds of evidence that a candidate has to keep, where its recipe carries as many. */
const KEPT_MIN = 2

/** An element that the finder refused, and what it keeps of the recipe's meaning. */
export interface Candidate {
  element: Element
  kept: Kept[]
}

/**
 * The elements that a recipe may have meant before a release moved it: looser than the finder,
 * since a person looks at what comes of it. More than one where none is the best.
 */
export function bestCandidates(anchor: Anchor, look: Look, claimed: ReadonlySet<Element>) {
  let best: Candidate[] = []
  for (const element of peersOf(anchor, look)) {
    if (claimed.has(element) || !isRendered(element)) continue
    const kept = keptBy(element, anchor, look)
    if (kept.length < Math.min(KEPT_MIN, carriedBy(anchor))) continue
    if (kept.length > (best[0]?.kept.length ?? 0)) best = []
    if (kept.length >= (best[0]?.kept.length ?? 1)) best.push({ element, kept })
  }
  const same = best.filter(({ element }) => anchor.name && isNamed(element, anchor.name, look))
  return same.length > 0 ? same : best
}

/** Elements of the role, or of one that a release may give it; of a recipe without one, its own. */
function peersOf(anchor: Anchor, look: Look): Set<Element> {
  const found = candidatesOf(anchor, look)
  if (anchor.role === undefined) return found
  for (const role of [anchor.role, ...kindredRoles(anchor.role)])
    for (const root of look.roots)
      for (const element of queryAll(root, selectorOf(role)))
        if (look.roleOf(element) === role && !look.isOwn(element)) found.add(element)
  const roles = new Set([anchor.role, ...kindredRoles(anchor.role)])
  return new Set([...found].filter((element) => roles.has(look.roleOf(element) ?? 'generic')))
}

function carriedBy({ name, attributes, within, near }: Anchor): number {
  return [name, attributes, within?.length || near].filter(Boolean).length
}

function keptBy(element: Element, anchor: Anchor, look: Look): Kept[] {
  const { name: names = [], within = [], near, inside } = anchor
  const actual = look.nameOf(element)
  if (names.some((name) => isOpposite(name, actual))) return []
  if (inside && isOtherPlace(inside, look.placesOf(element))) return []
  const isWorded =
    isNamed(element, names, look) ||
    names.some((name) => isSpecificName(name) && isAlike(name, actual))
  const isTight = within.some((part) => !isBroad(part) && isWithin(element, part, look))
  const kept: Kept[] = []
  if (isWorded) kept.push('words')
  if (weighAttributes(element, anchor).specific > 0) kept.push('attribute')
  if (isTight || (near !== undefined && isNear(element, near, look))) kept.push('place')
  return kept
}
