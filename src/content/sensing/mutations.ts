import {
  isElement as isElementNode,
  parentOf,
  queryAll,
  type Root,
  shadowOf,
} from '../../anchors/dom.ts'
import { holdersOf, innermostOf, isElement, type Sensor } from './sensor.ts'

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
export const INVALID_ATTRIBUTES: readonly (string | null)[] = ['aria-invalid', 'data-invalid']
/** Records looked at in one batch while nothing is judged: enough to learn what ticks. */
const IDLE_RECORDS_MAX = 200
/** Changes are taken together for so long, in ms: a page that never rests has them every few ms. */
export const GATHER_MS = 50
/** Shadow roots are looked for at a press, at most this often, in ms, … */
const SHADOW_SEARCH_MS = 10_000
/** … among at most this many elements. */
const SHADOW_SEARCH_MAX = 5000

/** Reports changes of the page, and fields as they are marked invalid. One observer for all. */
export function senseMutations(sensor: Sensor, marked: (field: Element) => void) {
  const { clock, guard, isAwaitingLife, isJudging, isOwn, registry, report, signal, view } = sensor
  const { document } = view
  const observed = new WeakSet<Node>()
  let searchedAt = Number.NEGATIVE_INFINITY

  /** By index, as all that runs for each change of a page that never rests. */
  function areOwn(nodes: NodeList): boolean {
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]
      if (!isElement(node) || !isOwn(node)) return false
    }
    return true
  }

  /** Adding and moving Handrail's own host is no change of the page. */
  const isOwnChange = (record: MutationRecord) =>
    record.type === 'childList' && areOwn(record.addedNodes) && areOwn(record.removedNodes)

  let gathered: { at: number; records: readonly MutationRecord[] }[] = []
  let cancel: (() => void) | undefined

  function gather(records: readonly MutationRecord[]) {
    gathered.push({ at: clock.now(), records })
    cancel ??= clock.after(GATHER_MS, guard(flush))
  }

  function flush() {
    cancel?.()
    cancel = undefined
    const batches = gathered
    gathered = []
    if (batches.length > 0) take(batches)
  }

  function take(batches: readonly { at: number; records: readonly MutationRecord[] }[]) {
    /** When each has changed first. */
    const changed = new Map<Element, number>()
    let room = isJudging() ? Number.POSITIVE_INFINITY : IDLE_RECORDS_MAX
    for (const { at, records } of batches)
      for (const record of records) {
        if (room-- <= 0) break
        const node = record.target
        const element = isElement(node) ? node : holderOf(node)
        if (element === undefined) continue
        if (!changed.has(element)) {
          if (isOwn(element) || isOwnChange(record)) continue
          changed.set(element, at)
        }
        if (record.type === 'attributes' && INVALID_ATTRIBUTES.includes(record.attributeName))
          marked(element)
      }
    // What has been answered takes no more answers: then they only tell what changes by itself.
    const regionsOf = isAwaitingLife() ? holdersOf : innermostOf
    for (const [element, at] of changed) {
      const holders = regionsOf(element)
      report({ type: 'alive', source: 'mutation', at, regions: holders.map(registry.idOf) })
    }
  }

  /** What a text or a shadow root is of; none for the document. */
  function holderOf(node: Node): Element | undefined {
    const parent = parentOf(node)
    if (parent !== null) return isElementNode(parent) ? parent : undefined
    return 'host' in node ? (node as ShadowRoot).host : undefined
  }

  const observer = new view.MutationObserver(guard(gather))

  function observe(root: Node) {
    if (observed.has(root)) return
    observed.add(root)
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ATTRIBUTES,
    })
  }

  function search(root: Root, left: { elements: number }) {
    for (const element of queryAll(root, '*')) {
      left.elements -= 1
      if (left.elements < 0) return
      const shadowRoot = shadowOf(element)
      if (shadowRoot === null || isOwn(element)) continue
      observe(shadowRoot)
      search(shadowRoot, left)
    }
  }

  observe(document)
  signal.addEventListener('abort', () => observer.disconnect())
  return {
    /** Takes what has changed so far, ahead of what is reported next. */
    flush,
    /** A document's observer does not see into shadow roots, so each gets its own entry. */
    searchShadowRoots() {
      if (clock.now() - searchedAt < SHADOW_SEARCH_MS) return
      searchedAt = clock.now()
      search(document, { elements: SHADOW_SEARCH_MAX })
    },
  }
}
