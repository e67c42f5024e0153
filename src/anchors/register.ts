import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { inOrder } from './asked.ts'
import { isOnPage, type Root, rootOf, tagOf } from './dom.ts'
import { OF_LABELS } from './own-text.ts'
import { isRoleWritten } from './role.ts'
import {
  mayBear,
  type Searched,
  searchedRole,
  searchedText,
  soughtWords,
  wordsByLabel,
} from './searched.ts'

/** So many changes of one role's elements are kept for searches that were made before; then these begin anew. */
const LOG_MAX = 4_000
const SEARCHES_MAX = 2_000
/** Their role hangs on what is around them. */
const OF_PLACE = new Set(['HEADER', 'FOOTER'])

interface Entry {
  readonly element: Element
  root: Root
  /** undefined once it is of this role no more. */
  shelf: Shelf | undefined
  /** Read when it is first asked for. */
  said: { text: string | undefined } | undefined
}

/** What a search has found, as far as the changes were taken in. */
interface Search {
  found: Set<Entry>
  upTo: number
}

/** The elements of one role. */
interface Shelf {
  entries: Set<Entry>
  searches: Map<readonly string[], Search>
  /** Entries that are new, have other words or have gone. */
  log: Entry[]
}

/**
 * Elements by role, each where it was put, and what searches have found among them. It knows of changes
 * only what it is told; what has left its root meanwhile is not given.
 */
export interface Register {
  /** Takes the element in, in this root, or takes in anew what it is. */
  put(element: Element, root: Root): void
  drop(element: Element): void
  /** Its text is another one, or that of something in it. */
  reword(element: Element): void
  /** Lets go of what has left its root. */
  sweep(): void
  clear(): void
  in(roots: ReadonlySet<Root>): Searched
}

export function createRegister(): Register {
  const shelves = new Map<AriaRole, Shelf>()
  let entries = new WeakMap<Element, Entry>()
  const placed = new Map<Element, Root>()
  const labels = new Map<Element, Root>()
  const fields = new Set<Entry>()
  const labelled = new Map<Root, Map<string, string>>()
  const headings = new Map<Root, Element[]>()
  /** Labels of these say something else, or others are there. */
  const relabelled = new Set<Root>()

  function shelfOf(role: AriaRole): Shelf {
    let shelf = shelves.get(role)
    if (shelf === undefined) {
      shelf = { entries: new Set(), searches: new Map(), log: [] }
      shelves.set(role, shelf)
    }
    return shelf
  }

  function note(shelf: Shelf, entry: Entry): void {
    if (shelf.log.length >= LOG_MAX) shelf.searches.clear()
    if (shelf.searches.size === 0) shelf.log = []
    else shelf.log.push(entry)
  }

  function unsay(entry: Entry): void {
    // What nobody has read since is in the log already.
    if (entry.said === undefined || entry.shelf === undefined) return
    entry.said = undefined
    note(entry.shelf, entry)
  }

  /** Once for all labels that have changed. */
  function settleLabels(): void {
    if (relabelled.size === 0) return
    for (const field of fields) if (relabelled.has(field.root)) unsay(field)
    for (const root of relabelled) labelled.delete(root)
    relabelled.clear()
  }

  function labelsOf(root: Root): Map<string, string> {
    let found = labelled.get(root)
    if (found === undefined) {
      found = wordsByLabel([...labels].flatMap(([label, of]) => (of === root ? [label] : [])))
      labelled.set(root, found)
    }
    return found
  }

  function textOf(entry: Entry): string | undefined {
    entry.said ??= { text: searchedText(entry.element, labelsOf(entry.root)) }
    return entry.said.text
  }

  function forget(entry: Entry): void {
    const { element, shelf } = entry
    entries.delete(element)
    fields.delete(entry)
    if (shelf === undefined) return
    if (shelf === shelves.get('heading')) headings.delete(entry.root)
    shelf.entries.delete(entry)
    entry.shelf = undefined
    note(shelf, entry)
  }

  function shelve(element: Element, root: Root, shelf: Shelf): void {
    if (shelf === shelves.get('heading')) headings.delete(root)
    const entry: Entry = { element, root, shelf, said: undefined }
    entries.set(element, entry)
    shelf.entries.add(entry)
    if (OF_LABELS.has(tagOf(element))) fields.add(entry)
    note(shelf, entry)
  }

  function dropLabel(element: Element): void {
    const root = labels.get(element)
    if (root === undefined) return
    labels.delete(element)
    relabelled.add(root)
  }

  function drop(element: Element): void {
    const entry = entries.get(element)
    if (entry) forget(entry)
    placed.delete(element)
    dropLabel(element)
  }

  function put(element: Element, root: Root): void {
    drop(element)
    const tag = tagOf(element)
    if (tag === 'LABEL') {
      labels.set(element, root)
      relabelled.add(root)
    }
    if (OF_PLACE.has(tag) && !isRoleWritten(element)) placed.set(element, root)
    else {
      const role = searchedRole(element)
      if (role !== undefined) shelve(element, root, shelfOf(role))
    }
  }

  const hasLeft = (element: Element, root: Root) => rootOf(element) !== root || !isOnPage(element)

  function search(role: AriaRole, names: readonly string[]): Set<Entry> {
    const shelf = shelfOf(role)
    const words = soughtWords(names)
    let made = shelf.searches.get(names)
    if (made === undefined) {
      if (shelf.searches.size >= SEARCHES_MAX) shelf.searches.clear()
      if (shelf.searches.size === 0) shelf.log = []
      made = { found: new Set(), upTo: shelf.log.length }
      for (const entry of shelf.entries) if (mayBear(textOf(entry), words)) made.found.add(entry)
      shelf.searches.set(names, made)
    }
    for (; made.upTo < shelf.log.length; made.upTo++) {
      const entry = shelf.log[made.upTo]
      if (entry === undefined) continue
      if (entry.shelf === shelf && mayBear(textOf(entry), words)) made.found.add(entry)
      else made.found.delete(entry)
    }
    return made.found
  }

  return {
    put,
    drop,
    reword(element) {
      const entry = entries.get(element)
      if (entry) unsay(entry)
      const root = labels.get(element)
      if (root) relabelled.add(root)
    },
    sweep() {
      for (const shelf of shelves.values())
        for (const entry of shelf.entries) if (hasLeft(entry.element, entry.root)) forget(entry)
      for (const [element, root] of [...placed, ...labels])
        if (hasLeft(element, root)) drop(element)
    },
    clear() {
      entries = new WeakMap()
      for (const kept of [shelves, placed, labels, fields, labelled, headings, relabelled])
        kept.clear()
    },
    in(roots) {
      settleLabels()
      const isIn = (element: Element, root: Root) => roots.has(root) && rootOf(element) === root

      function elementsIn(found: Iterable<Entry>): Element[] {
        const elements: Element[] = []
        for (const { element, root } of found) if (isIn(element, root)) elements.push(element)
        return elements
      }

      /** What has the role where it stands now. */
      function placedAs(
        role: AriaRole,
        isSought: (text: string | undefined) => boolean,
      ): Element[] {
        const elements: Element[] = []
        if (role !== 'generic' && role !== 'banner' && role !== 'contentinfo') return elements
        for (const [element, root] of placed)
          if (
            searchedRole(element) === role &&
            isIn(element, root) &&
            isSought(searchedText(element, labelsOf(root)))
          )
            elements.push(element)
        return elements
      }

      return {
        bearing(role, names) {
          const words = soughtWords(names)
          const found = elementsIn(search(role, names))
          return found.concat(placedAs(role, (text) => mayBear(text, words)))
        },
        ofRole: (role) => elementsIn(shelfOf(role).entries).concat(placedAs(role, () => true)),
        wordless: (role) =>
          elementsIn([...shelfOf(role).entries].filter((entry) => !textOf(entry))).concat(
            placedAs(role, (text) => !text),
          ),
        headingsOf(root) {
          let found = headings.get(root)
          if (found === undefined || found.some((heading) => rootOf(heading) !== root)) {
            const all = [...shelfOf('heading').entries].filter((entry) => entry.root === root)
            found = inOrder(elementsIn(all))
            headings.set(root, found)
          }
          return found
        },
      }
    },
  }
}
