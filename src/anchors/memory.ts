import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { type Change, eachNode } from './change.ts'
import { enclosing, isElement, isOnPage, parentOf, queryAll, type Root, rootOf } from './dom.ts'
import { createRegister } from './register.ts'
import type { Searched } from './searched.ts'
import { createShadowHosts } from './shadow-hosts.ts'

/** More changed nodes or moved elements than this at once, and all is read anew: that is cheaper. */
const CHANGES_MAX = 2_000
const ELEMENTS_MAX = 5_000
/** After so many elements have gone, those that went where nobody was told are looked for. */
const GONE_MAX = 10_000
/** So many elements are taken in before the time is asked. */
const AT_ONCE = 50

/** Changes of these say something else of an element: its role, or the words that it is named by. */
export const REMEMBERED_ATTRIBUTES = [
  ...['alt', 'aria-hidden', 'aria-label', 'aria-labelledby', 'aria-level', 'for', 'href', 'id'],
  ...['list', 'multiple', 'placeholder', 'role', 'scope', 'size', 'tabindex', 'title', 'type'],
]
const REMEMBERED = new Set<string | null>(REMEMBERED_ATTRIBUTES)

/**
 * What looks at one page have read of its elements, kept from one to the next: only what an element
 * bears and holds itself, never where it stands or whether it is drawn.
 */
export interface Memory {
  /**
   * The open roots of the document: itself and the shadow roots in it, without those of `own`. One that an
   * old element without a name of the page's own has got since is not yet among them.
   */
  rootsOf(document: Document, own?: Element): readonly Root[]
  /** Every open root, without fail: for whatever is to be pointed at. */
  allRootsOf(document: Document, own?: Element): readonly Root[]
  /** The elements of these roots. */
  searched(roots: readonly Root[]): Searched
  /** Takes in changes of the document and of all shadow roots that were looked at. None may be left out. */
  changed(changes: readonly Change[]): void
  /**
   * Reads ahead what the next look would have to, until it is late; true once all is read. What was
   * read stays true through later changes, as all that is remembered does.
   */
  readAhead(document: Document, isLate: () => boolean): boolean
}

const never = () => false

export function createMemory(): Memory {
  const register = createRegister()
  /** The roots whose elements are in the register, or wait to be taken in. */
  let covered = new WeakSet<Root>()
  const hosts = createShadowHosts()
  /** Elements that wait to be taken in, by where they are then. */
  let waiting: (readonly Element[])[] = []
  let waitingAt = 0
  /** What has changed since the last look: nodes in or on which something did. */
  const touched = new Set<Node>()
  /** Elements with another attribute. */
  const marked = new Set<Element>()
  /** Parts that have come, gone or changed places. */
  const moved = new Set<Element>()
  /** Of these, those that were not on the page before. */
  const come = new Set<Element>()
  let gone = 0
  /** Every element that may hold a shadow root was asked: for the look to come, or in the last one. */
  let isReadAhead = false
  let isAllAsked = false

  function forgetAll(): void {
    register.clear()
    covered = new WeakSet()
    waiting = []
    waitingAt = 0
    for (const kept of [hosts, touched, marked, moved, come]) kept.clear()
    gone = 0
  }

  function put(element: Element, root: Root): void {
    register.put(element, root)
    hosts.put(element)
  }

  function drop(element: Element): void {
    register.drop(element)
    hosts.drop(element)
    gone++
  }

  /** Takes an element in, or lets go of it, by where it is now. */
  function place(element: Element): void {
    const root = rootOf(element)
    if (root !== undefined && covered.has(root)) put(element, root)
    else drop(element)
  }

  /** Whether all that waited was taken in before it was late. */
  function placeWaiting(isLate: () => boolean): boolean {
    for (let elements = waiting[0]; elements !== undefined; elements = waiting[0]) {
      while (waitingAt < elements.length) {
        const element = elements[waitingAt++]
        if (element) place(element)
        if (waitingAt % AT_ONCE === 0 && isLate()) return false
      }
      waiting.shift()
      waitingAt = 0
    }
    return true
  }

  function cover(root: Root): void {
    if (covered.has(root)) return
    covered.add(root)
    waiting.push(queryAll(root, '*'))
  }

  /** What holds a changed part holds another text now. Where one was forgotten, all around it were. */
  function rewordAround(start: Node | null, reworded: Set<Element>): void {
    let at = isElement(start) ? start : start && parentOf(start)
    while (isElement(at) && !reworded.has(at)) {
      reworded.add(at)
      register.reword(at)
      at = enclosing(at)
    }
  }

  /** Takes in what has changed; false where that is too much, and all is to be read anew. */
  function takeInChanges(): boolean {
    const reworded = new Set<Element>()
    for (const node of touched) rewordAround(node, reworded)
    let room = ELEMENTS_MAX
    for (const part of moved) {
      // Come and gone between two looks, or off the page while it was filled.
      if (come.has(part) && !isOnPage(part)) continue
      const elements = [part, ...queryAll(part, '*')]
      room -= elements.length
      if (room < 0) return false
      waiting.push(elements)
    }
    const alone = [...marked].filter((element) => !moved.has(element))
    if (alone.length > 0) waiting.push(alone)
    for (const taken of [touched, marked, moved, come]) taken.clear()
    return true
  }

  function noteCome(node: Node): void {
    if (!isElement(node)) return
    if (!moved.has(node)) come.add(node)
    moved.add(node)
  }
  function noteGone(node: Node): void {
    if (isElement(node)) moved.add(node)
  }

  function note(change: Change): void {
    const { attributeName } = change
    if (attributeName !== null && !REMEMBERED.has(attributeName)) return
    const { target } = change
    touched.add(target)
    if (attributeName !== null) {
      if (isElement(target)) marked.add(target)
    } else if (change.type === 'childList') {
      eachNode(change.addedNodes, noteCome)
      eachNode(change.removedNodes, noteGone)
    }
  }

  /** Whether all was taken in before it was late. */
  function catchUp(isLate: () => boolean = never): boolean {
    if (touched.size > 0 && !takeInChanges()) forgetAll()
    if (!placeWaiting(isLate)) return false
    if (gone > GONE_MAX) sweep()
    return true
  }

  /** What was taken out of a part that had gone already went unseen. */
  function sweep(): void {
    gone = 0
    register.sweep()
    for (const root of hosts.sweep()) covered.delete(root)
  }

  /** The roots that are known of, all of them taken in. */
  function rootsKnown(document: Document, own: Element | undefined): Root[] {
    for (;;) {
      catchUp()
      cover(document)
      catchUp()
      hosts.askNew()
      const shadows = hosts.shadows()
      const roots: Root[] = [document]
      for (const root of roots)
        for (const shadow of shadows.get(root) ?? []) if (shadow.host !== own) roots.push(shadow)
      if (roots.every((root) => covered.has(root))) return roots
      for (const root of roots) cover(root)
    }
  }

  return {
    rootsOf(document, own) {
      catchUp()
      hosts.ask()
      // What was read ahead is for this look.
      isAllAsked = isReadAhead
      isReadAhead = false
      return rootsKnown(document, own)
    },
    allRootsOf(document, own) {
      catchUp()
      if (!isAllAsked) hosts.askAll(never)
      isAllAsked = true
      return rootsKnown(document, own)
    },
    searched(roots) {
      const all = new Set(roots)
      const now = (): Searched => {
        catchUp()
        for (const root of roots) cover(root)
        catchUp()
        return register.in(all)
      }
      return {
        bearing: (role: AriaRole, names) => now().bearing(role, names),
        ofRole: (role) => now().ofRole(role),
        wordless: (role) => now().wordless(role),
        headingsOf: (root) => now().headingsOf(root),
      }
    },
    changed(changes) {
      isReadAhead = false
      for (const change of changes) note(change)
      if (touched.size + moved.size > CHANGES_MAX) forgetAll()
    },
    readAhead(document, isLate) {
      if (!catchUp(isLate)) return false
      cover(document)
      isReadAhead = catchUp(isLate) && hosts.askAll(isLate)
      return isReadAhead
    },
  }
}
