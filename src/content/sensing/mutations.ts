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
  const isOwnChange = ({ addedNodes, removedNodes, type }: MutationRecord) =>
    type === 'childList' && areOwn(addedNodes) && areOwn(removedNodes)

  function take(records: readonly MutationRecord[]) {
    const looked = isJudging() ? records : records.slice(0, IDLE_RECORDS_MAX)
    const changed = new Set<Element>()
    for (const record of looked) {
      const node = record.target
      const element = isElement(node) ? node : holderOf(node)
      if (element === undefined || isOwn(element) || isOwnChange(record)) continue
      changed.add(element)
      if (INVALID_ATTRIBUTES.includes(record.attributeName)) marked(element)
    }
    const at = clock.now()
    // What has been answered takes no more answers: then they only tell what changes by itself.
    const regionsOf = isAwaitingLife() ? holdersOf : innermostOf
    for (const element of changed) {
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

  const observer = new view.MutationObserver(guard(take))

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
    /** A document's observer does not see into shadow roots, so each gets its own entry. */
    searchShadowRoots() {
      if (clock.now() - searchedAt < SHADOW_SEARCH_MS) return
      searchedAt = clock.now()
      search(document, { elements: SHADOW_SEARCH_MAX })
    },
  }
}
