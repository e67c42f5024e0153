import type { AriaRole, PlaceRole } from '../vocabulary/aria-roles.ts'
import { accessibleName } from './accessible-name.ts'
import { askElements } from './asked.ts'
import { findCaption } from './caption.ts'
import { comparable } from './comparable.ts'
import { hostOf, isHolding, type Root, rootOf, selfAndAncestors } from './dom.ts'
import { handledWith } from './handled.ts'
import { iconsOf } from './icon.ts'
import type { Memory } from './memory.ts'
import { placeOf } from './place.ts'
import { roleOf } from './role.ts'
import { searchedRole, soughtWords } from './searched.ts'

/** One look at the page as it stands. What it finds out it keeps, so a look is for one task only. */
export interface Look {
  readonly roots: readonly Root[]
  /** Elements of the role, and of these only such as may have one of the names. */
  withName(role: AriaRole, names: readonly string[]): Element[]
  roleOf(element: Element): AriaRole | undefined
  /** The kinds of part that hold the element. */
  placesOf(element: Element): readonly PlaceRole[]
  /** The accessible name, made comparable. */
  nameOf(element: Element): string
  /** The label that stands before it though nothing ties the two, made comparable; '' for none. */
  captionOf(element: Element): string
  iconsOf(element: Element): readonly string[]
  /** Every element of the role, of generic ones those with a name. */
  ofRole(role: AriaRole): Element[]
  /** Of these, those without a name. */
  unnamedOf(role: AriaRole): Element[]
  /** The root's headings in document order, hidden ones too. */
  headingsOf(root: Root): readonly Element[]
  isOwn(element: Element): boolean
}

/**
 * Begins a look at these roots (`openRoots`). `own` is Handrail's host element: no part of the page.
 * `memory` is what looks before have read, where changes are told to it.
 */
export function createLook(openRoots: readonly Root[], own?: Element, memory?: Memory): Look {
  const isOwn = (element: Element) => {
    if (own === undefined) return false
    for (let at: Element | undefined = element; at !== undefined; ) {
      if (isHolding(own, at)) return true
      const root = rootOf(at)
      at = root && hostOf(root)
    }
    return false
  }
  const roots = openRoots.filter((root) => {
    const host = hostOf(root)
    return host === undefined || !isOwn(host)
  })
  const searched = memory?.searched(roots) ?? askElements(roots)
  let hostsByRole: Map<AriaRole | undefined, Element[]> | undefined
  const names = new Map<Element, string>()
  const headings = new Map<Root, readonly Element[]>()
  const captions = new Map<Element, string>()
  const icons = new Map<Element, readonly string[]>()
  const roles = new Map<Element, AriaRole | undefined>()
  const places = new Map<Element, readonly PlaceRole[]>()

  function roleIn(element: Element): AriaRole | undefined {
    if (!roles.has(element)) roles.set(element, roleOf(element))
    return roles.get(element)
  }

  function withPlace(places: readonly PlaceRole[], part: Element): readonly PlaceRole[] {
    const place = placeOf(part, roleIn(part))
    return place && !places.includes(place) ? [...places, place] : places
  }

  function placesOf(element: Element): readonly PlaceRole[] {
    const unknown: Element[] = []
    let found: readonly PlaceRole[] = []
    for (const around of selfAndAncestors(element)) {
      const known = places.get(around)
      if (known !== undefined) {
        found = known
        if (around !== element) found = withPlace(known, around)
        break
      }
      unknown.push(around)
    }
    for (const around of unknown.reverse()) {
      places.set(around, found)
      found = withPlace(found, around)
    }
    return places.get(element) ?? []
  }

  /** Elements of the role that hold a shadow root: their text does not tell their name. */
  function holdingShadows(role: AriaRole): readonly Element[] {
    hostsByRole ??= Map.groupBy(aroundShadows(roots), searchedRole)
    return hostsByRole.get(role) ?? []
  }

  function all(role: AriaRole, found: readonly Element[]): Element[] {
    return [...new Set([...found, ...holdingShadows(role)])].filter((each) => !isOwn(each))
  }

  const look: Look = {
    roots,
    isOwn,
    roleOf: roleIn,
    placesOf,
    withName(role, names) {
      const found = all(role, searched.bearing(role, names))
      return role === 'generic'
        ? [...found, ...handledWith(roots, soughtWords(names)).filter((each) => !isOwn(each))]
        : found
    },
    ofRole: (role) => searched.ofRole(role).filter((each) => !isOwn(each)),
    unnamedOf: (role) =>
      all(role, searched.wordless(role)).filter((element) => look.nameOf(element) === ''),
    captionOf(element) {
      let caption = captions.get(element)
      if (caption === undefined) {
        caption = comparable(findCaption(element, look)?.text ?? '')
        captions.set(element, caption)
      }
      return caption
    },
    iconsOf(element) {
      let found = icons.get(element)
      if (found === undefined) {
        found = iconsOf(element)
        icons.set(element, found)
      }
      return found
    },
    nameOf(element) {
      let name = names.get(element)
      if (name === undefined) {
        name = comparable(accessibleName(element))
        names.set(element, name)
      }
      return name
    },
    headingsOf(root) {
      let found = headings.get(root)
      if (found === undefined) {
        found = searched.headingsOf(root)
        headings.set(root, found)
      }
      return found
    },
  }
  return look
}

/** The elements that hold a shadow root at any depth: their text does not tell their name. */
function aroundShadows(roots: readonly Root[]): Set<Element> {
  const found = new Set<Element>()
  for (const root of roots) {
    const host = hostOf(root)
    if (!host) continue
    for (const around of selfAndAncestors(host)) {
      if (found.has(around)) break
      found.add(around)
    }
  }
  return found
}
