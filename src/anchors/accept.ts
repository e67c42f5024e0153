import type { Anchor } from '../vocabulary/evidence.ts'
import { isBroad } from './context.ts'
import { isField } from './kindred.ts'
import type { Marks } from './marks.ts'
import { isSpecificName } from './specific.ts'

/**
 * Evidence beside name, attributes and context that holds. The path is none: it would only tell the
 * first of several in a list from the second, and that changes when one goes.
 */
function supportsOf({ near, shadow, icon, attributes }: Marks): number {
  return [near, shadow, icon, attributes.common > 0].filter(Boolean).length
}

/** Whether a part that is less than a landmark of the whole page holds the element. */
function isTight({ within }: Anchor, marks: Marks): boolean {
  if (marks.label || marks.holder) return true
  return within?.some((part, index) => !isBroad(part) && marks.within.isIn(index)) ?? false
}

/** Whether something that the app calls by a name of its own is the element, or stands in it alone. */
function isOwn({ attributes, holds }: Marks): boolean {
  return attributes.specific > 0 || holds === true
}

/** For a recipe recorded beside look-alikes: nothing but the path may differ. */
function holdsExactly(anchor: Anchor, marks: Marks): boolean {
  const { specific, common, carried } = marks.attributes
  return (
    marks.role !== 'kindred' &&
    (marks.name === 'same' || anchor.name === undefined) &&
    specific + common === carried &&
    marks.shadow !== false &&
    marks.holds !== false &&
    // From here on what is dearer to see: of many look-alikes most are told by what comes first.
    marks.within.areAll() &&
    marks.near !== false &&
    marks.label !== false &&
    marks.holder !== false &&
    marks.icon !== false &&
    marks.under !== false
  )
}

/**
 * What is pressed has another role now, and all that was known of it beside its tag still holds: an
 * element without a role has become a button, or in its very place a link has.
 */
function isSamePress(anchor: Anchor, marks: Marks): boolean {
  if (isField(anchor.role) || marks.inside === false || marks.near === false) return false
  return anchor.role === 'generic' || marks.spot === true
}

/** The same name, where the recipe saw it: enough, unless the name is common and all else is gone. */
function holdsInPlace(anchor: Anchor, marks: Marks, isSpecific: boolean): boolean {
  const { common, contradicted, carried } = marks.attributes
  if (isOwn(marks)) return true
  const tight = isTight(anchor, marks)
  const isSupported = () => marks.inside === true || supportsOf(marks) > 0
  if (marks.role === 'kindred')
    return contradicted === 0 && ((tight && supportsOf(marks) > 0) || isSamePress(anchor, marks))
  // It was recorded since others bear the name: it is what tells them apart.
  if (marks.label === false) return false
  // A label passes to the next field when its own is gone: another id there says that it is another.
  if (isField(anchor.role) && contradicted > 0) return tight && marks.near === true
  if (isSpecific)
    return (
      tight ||
      isSupported() ||
      (contradicted === 0 && marks.near !== false && marks.inside !== false)
    )
  // In a row of data or on a toolbar, the neighbour is what tells one 'Edit' from the next.
  if (marks.near === false && common === 0) return false
  const isBare = carried === 0 && [marks.near, marks.inside, marks.shadow].every(isUnsaid)
  return tight || isSupported() || isBare
}

const isUnsaid = (mark: boolean | undefined) => mark === undefined

/**
 * The same name, but a part of the page that held it no longer does. It has moved, or the part was
 * renamed, or it is the 'Add' of another card. Only what no other card shares can tell: an
 * attribute of its own, or a name that no other control bears, each with what stands around.
 */
function holdsElsewhere(anchor: Anchor, marks: Marks, isSpecific: boolean): boolean {
  if (marks.role === 'kindred') return false
  if (marks.label === false) return false
  const { contradicted } = marks.attributes
  const own = isOwn(marks)
  if (marks.holder && contradicted === 0) return true
  if (!isSpecific && !own && !marks.within.isIn(0)) return false
  const isAround = () => [marks.near, marks.path, marks.shadow].includes(true)
  const isInnermost = marks.within.isIn(0) && isTight(anchor, marks)
  if (isInnermost) return own || isSpecific || (contradicted === 0 && isAround())
  if (own && isAround() && marks.within.all().some(Boolean)) return true
  // The labels and names of fields stand on many forms: with no part in common it is another form.
  if (isField(anchor.role) || !isSpecific) return false
  if (marks.path !== true) return false
  // Cards made alike have a 'See all' each: only a neighbour with a name of its own says which.
  const isByNeighbour = marks.near === true && (anchor.near?.name.some(isSpecificName) ?? false)
  return own || (isByNeighbour && contradicted === 0)
}

/** Another name, or none: an attribute of its own has to hold, and what stands around it. */
function holdsReworded(anchor: Anchor, marks: Marks): boolean {
  const { specific, common } = marks.attributes
  if (marks.role === 'kindred' || marks.label === false) return false
  const { isUnnamed } = marks
  if (!isOwn(marks) && !(isUnnamed && marks.icon !== false && (marks.icon || marks.holder)))
    return false
  if (marks.isForeign)
    return marks.inside !== false && (marks.path === true || marks.shadow === true || specific > 1)
  if (!marks.within.areAll()) return false
  const around = [Boolean(anchor.within?.length), marks.near, marks.path, marks.shadow, common > 0]
  const isEasy = isField(anchor.role) || isUnnamed
  return around.filter(Boolean).length >= (isEasy ? 1 : 2)
}

/** What the app calls it, the one part that holds it, its label and its picture stand in for a name. */
function holdsUnnamed(anchor: Anchor, marks: Marks): boolean {
  const { holds, holder, label, icon, attributes } = marks
  if (marks.inside === false || (icon === false && !holds)) return false
  const isDenied = attributes.contradicted > 0
  const isAround = marks.path === true || marks.near === true
  if ([holds, holder, label, icon].filter(Boolean).length > 1) return true
  if (holds) return !isDenied || isAround
  // Another button may have come into the part: one that says its name is not the one without.
  if (holder) return !isDenied && (isField(anchor.role) || marks.isUnnamed)
  if (label) return isField(anchor.role) ? !isDenied || isAround : isAround
  // Many controls show the same picture.
  return icon === true && (isAround || (isTight(anchor, marks) && label !== false && !isDenied))
}

/** A recipe without a name: its attributes and its looks are all that can be known of it. */
function holdsNameless(anchor: Anchor, marks: Marks): boolean {
  const { specific, common, contradicted, carried } = marks.attributes
  if (marks.role === 'kindred') return false
  if (!marks.within.areAll() && !marks.isForeign) return false
  if (holdsUnnamed(anchor, marks)) return true
  if (specific + common === 0) return false
  if (specific + common === carried) return true
  return specific > 0 && contradicted < carried && (marks.path === true || supportsOf(marks) > 0)
}

/**
 * Whether an element may be what the recipe describes. Evidence stands in for other evidence only
 * where it is independent of it: what this refuses is never pointed at, however well the rest fits.
 */
export function isAcceptable(anchor: Anchor, marks: Marks): boolean {
  if (anchor.exact) return holdsExactly(anchor, marks)
  // The title before it is dear to find: it is asked for where all else holds.
  return holdsLoosely(anchor, marks) && (marks.under !== false || marks.isForeign)
}

function holdsLoosely(anchor: Anchor, marks: Marks): boolean {
  if (marks.name === undefined) return holdsNameless(anchor, marks)
  if (marks.name === 'opposite') return false
  if (marks.name !== 'same') return holdsReworded(anchor, marks)
  const isSpecific = anchor.name?.some(isSpecificName) ?? false
  return marks.within.areAll()
    ? holdsInPlace(anchor, marks, isSpecific)
    : holdsElsewhere(anchor, marks, isSpecific)
}
