import type { AriaRole, PlaceRole } from '../vocabulary/evidence.ts'
import { accessibleName, PRESSABLE } from './accessible-name.ts'
import { findCaption } from './caption.ts'
import { comparable, squeezed, wordsOf } from './comparable.ts'
import {
  attributeOf,
  closest,
  hostOf,
  isFollowedBy,
  isHolding,
  queryAll,
  type Root,
  rootOf,
  selfAndAncestors,
  shadowOf,
  tagOf,
  textOf,
} from './dom.ts'
import { handledWith } from './handled.ts'
import { iconsOf } from './icon.ts'
import { createMemory, type Memory } from './memory.ts'
import { type Own, readOwn, TEXT_MAX } from './own-text.ts'
import { placeOf } from './place.ts'
import { nativeSelectors, roleOf } from './role.ts'

/** Of the elements without a role, those that have a name. */
const NAMED = ['[aria-label]', '[aria-labelledby]', '[title]', ...PRESSABLE.split(',')]
/** Their role hangs on what is around them. */
const OF_PLACE = new Set(['HEADER', 'FOOTER'])

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
 * Elements of a role with the text that their names can come from; undefined where only the rules
 * of names can tell.
 */
interface Entry {
  element: Element
  text: string | undefined
}

/**
 * Begins a look at these roots (`openRoots`). `own` is Handrail's host element: no part of the page.
 * `memory` is what looks before have read, where changes are told to it.
 */
export function createLook(
  openRoots: readonly Root[],
  own?: Element,
  memory: Memory = createMemory(),
): Look {
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
  const shadowed = aroundShadows(roots)
  const entries = new Map<AriaRole, Entry[]>()
  const names = new Map<Element, string>()
  const headings = new Map<Root, Element[]>()
  const written = new Map<Root, Element[]>()
  const labels = new Map<Root, Map<string, string>>()
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

  function labelsOf(root: Root): Map<string, string> {
    let found = labels.get(root)
    if (found === undefined) {
      found = new Map()
      for (const label of queryAll(root, 'label[for]')) {
        const id = attributeOf(label, 'for') ?? ''
        found.set(id, (found.get(id) ?? '') + textOf(label).slice(0, TEXT_MAX))
      }
      labels.set(root, found)
    }
    return found
  }

  function textOfField(element: Element, root: Root): string {
    const around = closest(element, 'label')
    const text = labelsOf(root).get(attributeOf(element, 'id') ?? '') ?? ''
    return around ? text + textOf(around).slice(0, TEXT_MAX) : text
  }

  /** What an element is and says, where that does not hang on what is around it. */
  function ownOf(element: Element): Own {
    if (OF_PLACE.has(tagOf(element))) return readOwn(element)
    return memory.recall(element, readOwn)
  }

  function searchable(element: Element, { text, isField }: Own, root: Root): string | undefined {
    if (text === undefined || shadowed.has(element) || shadowOf(element)) return undefined
    return isField ? text + squeezed(textOfField(element, root)) : text
  }

  /** What bears a role in writing: asked once for all roles. */
  function writtenIn(root: Root): readonly Element[] {
    let found = written.get(root)
    if (found === undefined) {
      found = queryAll(root, '[role]')
      written.set(root, found)
    }
    return found
  }

  /** The elements of a role, each once. Its selectors go one by one, which browsers are quick at. */
  function elementsOf(root: Root, role: AriaRole): Map<Element, Own> {
    const found = new Map<Element, Own>()
    const add = (elements: readonly Element[]) => {
      for (const element of elements) {
        const own = ownOf(element)
        if (own.role === role) found.set(element, own)
      }
    }
    for (const selector of role === 'generic' ? NAMED : nativeSelectors(role))
      add(queryAll(root, selector))
    if (role !== 'generic') add(writtenIn(root))
    return found
  }

  function entriesOf(role: AriaRole): Entry[] {
    let found = entries.get(role)
    if (found === undefined) {
      found = []
      for (const root of roots)
        for (const [element, own] of elementsOf(root, role))
          if (!isOwn(element)) found.push({ element, text: searchable(element, own, root) })
      entries.set(role, found)
    }
    return found
  }

  const look: Look = {
    roots,
    isOwn,
    roleOf: roleIn,
    placesOf,
    withName(role, wanted) {
      const names = wanted.map(wordsToFind)
      const mayBear = (text: string) =>
        names.some((words) => words.every((word) => text.includes(word)))
      const found = entriesOf(role)
        .filter(({ text }) => text === undefined || mayBear(text))
        .map(({ element }) => element)
      return role === 'generic'
        ? [...found, ...handledWith(roots, names).filter((each) => !isOwn(each))]
        : found
    },
    ofRole: (role) => entriesOf(role).map(({ element }) => element),
    unnamedOf: (role) =>
      entriesOf(role)
        .filter(({ element, text }) => !text && look.nameOf(element) === '')
        .map(({ element }) => element),
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
        found = [...elementsOf(root, 'heading').keys()].sort((a, b) =>
          isFollowedBy(a, b) || isHolding(a, b) ? -1 : 1,
        )
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

/** Hidden parts may stand between two words of a name, never within one. */
function wordsToFind(name: string): string[] {
  const words = wordsOf(comparable(name)).map(squeezed)
  return words.length > 0 ? words : [squeezed(name)]
}
