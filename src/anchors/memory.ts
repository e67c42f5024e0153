import type { AriaRole } from '../vocabulary/aria-roles.ts'
import {
  canHost,
  enclosing,
  isElement,
  isOnPage,
  parentOf,
  queryAll,
  type Root,
  rootOf,
  shadowOf,
} from './dom.ts'
import { createRegister } from './register.ts'
import type { Searched } from './searched.ts'

/** More changes or new elements than this at once, and all is read anew: that is cheaper. */
const CHANGES_MAX = 2_000
const ELEMENTS_MAX = 5_000
/** After so many elements have gone, those that went where nobody was told are looked for. */
const GONE_MAX = 2_000

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
  /** Every open root of the document: itself and the shadow roots in it, without those of `own`. */
  rootsOf(document: Document, own?: Element): readonly Root[]
  /** The elements of these roots. */
  searched(roots: readonly Root[]): Searched
  /** Takes in changes of the document and of all shadow roots that were looked at. None may be left out. */
  changed(records: readonly MutationRecord[]): void
}

export function createMemory(): Memory {
  const register = createRegister()
  /** The roots whose elements are in the register. */
  let covered = new WeakSet<Root>()
  /** A shadow root comes without a record, so whatever can hold one is asked in each look. */
  const hosts = new Set<Element>()
  let pending: MutationRecord[] = []
  let gone = 0

  function forgetAll(): void {
    register.clear()
    covered = new WeakSet()
    hosts.clear()
    pending = []
    gone = 0
  }

  function put(element: Element, root: Root): void {
    register.put(element, root)
    if (canHost(element)) hosts.add(element)
  }

  function drop(element: Element): void {
    register.drop(element)
    hosts.delete(element)
    gone++
  }

  function cover(root: Root): void {
    if (covered.has(root)) return
    covered.add(root)
    for (const element of queryAll(root, '*')) put(element, root)
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

  /** Takes in the elements of a part that has come, gone or moved, by where it is now. */
  function place(part: Element, elements: readonly Element[]): void {
    const root = rootOf(part)
    const isHere = root !== undefined && covered.has(root)
    for (const element of elements)
      if (isHere) put(element, root)
      else drop(element)
  }

  function catchUp(): void {
    const records = pending
    pending = []
    const reworded = new Set<Element>()
    const marked = new Set<Element>()
    const moved = new Set<Element>()
    /** Of these, those that were not on the page before. */
    const come = new Set<Element>()
    for (const { type, target, addedNodes, removedNodes } of records) {
      rewordAround(target, reworded)
      if (type === 'attributes' && isElement(target)) marked.add(target)
      for (const node of addedNodes) {
        if (!isElement(node)) continue
        if (!moved.has(node)) come.add(node)
        moved.add(node)
      }
      for (const node of removedNodes) if (isElement(node)) moved.add(node)
    }
    let room = ELEMENTS_MAX
    for (const part of moved) {
      // Come and gone between two looks, or off the page while it was filled.
      if (come.has(part) && !isOnPage(part)) continue
      const elements = [part, ...queryAll(part, '*')]
      room -= elements.length
      if (room < 0) {
        forgetAll()
        return
      }
      place(part, elements)
    }
    for (const element of marked) if (!moved.has(element)) place(element, [element])
    if (gone > GONE_MAX) sweep()
  }

  /** What was taken out of a part that had gone already went unseen. */
  function sweep(): void {
    gone = 0
    register.sweep()
    for (const host of hosts) {
      if (isOnPage(host)) continue
      hosts.delete(host)
      const root = shadowOf(host)
      if (root) covered.delete(root)
    }
  }

  function shadowsBy(): Map<Root | undefined, ShadowRoot[]> {
    const found = new Map<Root | undefined, ShadowRoot[]>()
    for (const host of hosts) {
      const shadow = shadowOf(host)
      if (shadow === null) continue
      const root = rootOf(host)
      const beside = found.get(root)
      if (beside) beside.push(shadow)
      else found.set(root, [shadow])
    }
    return found
  }

  return {
    rootsOf(document, own) {
      if (pending.length > 0) catchUp()
      cover(document)
      for (;;) {
        const shadows = shadowsBy()
        const roots: Root[] = [document]
        for (const root of roots)
          for (const shadow of shadows.get(root) ?? []) if (shadow.host !== own) roots.push(shadow)
        if (roots.every((root) => covered.has(root))) return roots
        for (const root of roots) cover(root)
      }
    },
    searched(roots) {
      const all = new Set(roots)
      const now = (): Searched => {
        if (pending.length > 0) catchUp()
        for (const root of roots) cover(root)
        return register.in(all)
      }
      return {
        bearing: (role: AriaRole, names) => now().bearing(role, names),
        ofRole: (role) => now().ofRole(role),
        wordless: (role) => now().wordless(role),
        headingsOf: (root) => now().headingsOf(root),
      }
    },
    changed(records) {
      for (const record of records)
        if (record.type !== 'attributes' || REMEMBERED.has(record.attributeName))
          pending.push(record)
      if (pending.length > CHANGES_MAX) forgetAll()
    },
  }
}
