import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { NamedElement } from '../vocabulary/evidence.ts'
import { accessibleName } from './accessible-name.ts'
import { comparable } from './comparable.ts'
import { isWithin } from './context.ts'
import type { DataSight } from './data-sight.ts'
import { enclosing, isHolding, selfAndAncestors } from './dom.ts'
import { headingsOver } from './heading.ts'
import type { Look } from './look.ts'
import { placeOf } from './place.ts'

const PARTS_MAX = 3
/** Parts of a page whose name says what stands in them. */
const PARTS: ReadonlySet<AriaRole | undefined> = new Set<AriaRole>([
  'alertdialog',
  'article',
  'banner',
  'complementary',
  'contentinfo',
  'dialog',
  'form',
  'grid',
  'group',
  'main',
  'menu',
  'navigation',
  'radiogroup',
  'region',
  'search',
  'table',
  'tablist',
  'tabpanel',
  'toolbar',
])

/** How many parts lie around an element: the deeper one is the closer. */
function depthOf(element: Element): number {
  return [...selfAndAncestors(element)].length
}

/**
 * The headings above an element and the named parts around it, from the inside out. A part that is
 * named by its own heading counts once: it is one piece of evidence.
 */
export function recordContext(
  element: Element,
  look: Look,
  data: DataSight,
): { within: NamedElement[]; isDataLeftOut: boolean } {
  const holders: { element: Element; depth: number }[] = []
  const outer = enclosing(element)
  let edge: Element | undefined
  for (const around of outer ? selfAndAncestors(outer) : []) {
    if (PARTS.has(look.roleOf(around))) holders.push({ element: around, depth: depthOf(around) })
    // What stands behind a dialog says nothing of what is in it.
    if (placeOf(around, look.roleOf(around)) === 'dialog') edge = around
    if (edge) break
  }
  // A heading governs from where it stands: just inside the part that holds it.
  for (const heading of headingsOver(element, look))
    if (edge === undefined || isHolding(edge, heading))
      holders.push({ element: heading, depth: depthOf(heading) - 0.5 })
  holders.sort((a, b) => b.depth - a.depth)

  const within: NamedElement[] = []
  // A part that bears the element's own name is most often named by it: no other evidence.
  const names = new Set<string>([look.nameOf(element)])
  let isDataLeftOut = false
  for (const holder of holders) {
    const name = accessibleName(holder.element)
    if (name === '' || names.has(comparable(name)) || within.length >= PARTS_MAX) continue
    const part = data.nameable(holder.element, name)
    if (part === undefined) {
      isDataLeftOut = true
      continue
    }
    if (!isWithin(element, part, look)) continue
    names.add(comparable(name))
    within.push(part)
  }
  return { within, isDataLeftOut }
}
