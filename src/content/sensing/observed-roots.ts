import { hostOf, isOnPage, queryAll, type Root, rootOf, shadowOf } from '../../anchors/dom.ts'

/** Attributes by which a page shows a change of state. */
const ATTRIBUTES = [
  'class',
  'style',
  'hidden',
  'open',
  'disabled',
  'inert',
  'src',
  'd',
  'transform',
  'data-state',
  'data-open',
  'data-invalid',
  'aria-invalid',
  'aria-expanded',
  'aria-selected',
  'aria-checked',
  'aria-pressed',
  'aria-hidden',
  'aria-current',
  'aria-disabled',
  'aria-busy',
]
/** Shadow roots are looked for where a press has no answer, at most this often, in ms, … */
const SEARCH_MS = 2000
/** … among at most this many elements. */
const SEARCH_MAX = 5000

/**
 * What the one observer hears of: the document, and each shadow root by itself, as a document's observer does not
 * see into them. Times are ms of one clock.
 */
export function createObservedRoots(
  document: Document,
  observer: MutationObserver,
  isOwn: (element: Element) => boolean,
) {
  let roots: Root[] = [document]
  let isConnected = false
  let searchedAt = Number.NEGATIVE_INFINITY

  const observe = (root: Root) =>
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
      attributeOldValue: true,
    })

  /** Whether it is a new one. */
  function add(root: Root): boolean {
    if (roots.includes(root)) return false
    roots.push(root)
    if (isConnected) observe(root)
    return true
  }

  /** The shadow root that it is in. */
  function rootAt(element: Element | undefined): ShadowRoot | undefined {
    const root = element && rootOf(element)
    return root && hostOf(root) ? (root as ShadowRoot) : undefined
  }

  /** Whether there are shadow roots that were not known. */
  function search(now: number): boolean {
    searchedAt = now
    let left = SEARCH_MAX
    let isAnyNew = false
    const searched: Root[] = [document]
    for (const root of searched)
      for (const element of queryAll(root, '*', left)) {
        left -= 1
        const shadowRoot = shadowOf(element)
        if (shadowRoot === null || isOwn(element)) continue
        isAnyNew = add(shadowRoot) || isAnyNew
        searched.push(shadowRoot)
      }
    return isAnyNew
  }

  return {
    isConnected: () => isConnected,
    connect(): void {
      if (isConnected) return
      isConnected = true
      roots = roots.filter(isOnPage)
      roots.forEach(observe)
    },
    /** Until it is connected again nothing is heard. */
    rest(): void {
      observer.disconnect()
      isConnected = false
    },
    /** The shadow roots that an element is in are known at once. */
    addAround(element: Element | undefined): void {
      for (let root = rootAt(element); root !== undefined; root = rootAt(hostOf(root))) add(root)
    },
    /** Looks for shadow roots, where it is time to: whether there are some that were not known. */
    findNew: (now: number): boolean => now - searchedAt >= SEARCH_MS && search(now),
    /** Those that a look has found: whether there are some that were not known. */
    addAll(found: readonly Root[]): boolean {
      let isAnyNew = false
      for (const root of found) isAnyNew = add(root) || isAnyNew
      return isAnyNew
    },
  }
}
