import { isOnPage, localNameOf, type Root, rootOf, shadowOf } from './dom.ts'

/** Elements that can hold a shadow root, beside those that the page has made: https://dom.spec.whatwg.org/#valid-shadow-host-name */
const HOSTS = new Set([
  ...['article', 'aside', 'blockquote', 'body', 'div', 'footer', 'h1', 'h2', 'h3', 'h4', 'h5'],
  ...['h6', 'header', 'main', 'nav', 'p', 'section', 'span'],
])

/** Whether it can hold a shadow root, now or later. */
function canHost(element: Element): boolean {
  const name = localNameOf(element)
  return HOSTS.has(name) || name.includes('-')
}

/** So many elements are asked before the time is. */
const AT_ONCE = 200

/**
 * The elements that hold a shadow root or may get one. One comes without a record, so they have to be
 * asked; what the page has made does so as it likes, while most others get theirs when they are made.
 */
export function createShadowHosts() {
  const holding = new Set<Element>()
  /** Of names of the page's own: these are asked in each look. */
  const custom = new Set<Element>()
  const plain = new Set<Element>()
  /** Those that have come since the last look, and since the one before. */
  let fresh: Element[] = []
  let lately: Element[] = []
  /** How many of the fresh ones were asked. */
  let askedFresh = 0
  let round: Iterator<Element> | undefined

  function ask(element: Element): void {
    if (shadowOf(element) !== null) holding.add(element)
  }
  function askThose(elements: readonly Element[]): void {
    // Those that have gone since wait in their list.
    for (const element of elements) if (plain.has(element) || custom.has(element)) ask(element)
  }

  return {
    put(element: Element): void {
      if (!canHost(element)) return
      const kept = localNameOf(element).includes('-') ? custom : plain
      if (kept.has(element)) return
      kept.add(element)
      fresh.push(element)
    },
    drop(element: Element): void {
      for (const kept of [holding, custom, plain]) kept.delete(element)
    },
    /** Begins a look: asks what is most likely to have got a root since the last one. */
    ask(): void {
      for (const element of custom) ask(element)
      askThose(fresh)
      askThose(lately)
      lately = fresh
      fresh = []
      askedFresh = 0
    },
    /** Asks what came since the look began. */
    askNew(): void {
      askThose(fresh.slice(askedFresh))
      askedFresh = fresh.length
    },
    /** Asks all others too, until it is late; true once they were. */
    askAll(isLate: () => boolean): boolean {
      round ??= plain.values()
      for (let count = 1; ; count++) {
        const { done, value } = round.next()
        if (done) break
        ask(value)
        if (count % AT_ONCE === 0 && isLate()) return false
      }
      round = undefined
      return true
    },
    /** Shadow roots by the root that their host is in. */
    shadows(): Map<Root | undefined, ShadowRoot[]> {
      const found = new Map<Root | undefined, ShadowRoot[]>()
      for (const host of holding) {
        const shadow = shadowOf(host)
        if (shadow === null) continue
        const root = rootOf(host)
        const beside = found.get(root)
        if (beside) beside.push(shadow)
        else found.set(root, [shadow])
      }
      return found
    },
    /** Lets go of what has left the page, and gives its roots. */
    sweep(): ShadowRoot[] {
      const left: ShadowRoot[] = []
      for (const host of [...custom, ...plain]) {
        if (isOnPage(host)) continue
        const root = shadowOf(host)
        if (root) left.push(root)
        for (const kept of [holding, custom, plain]) kept.delete(host)
      }
      return left
    },
    clear(): void {
      for (const kept of [holding, custom, plain]) kept.clear()
      fresh = []
      lately = []
      askedFresh = 0
      round = undefined
    },
  }
}
