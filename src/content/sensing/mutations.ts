import { isElement as isElementNode, isOnPage, parentOf } from '../../anchors/dom.ts'
import { BURST_MS } from '../../friction/noise.ts'
import type { RegionId } from '../../friction/observation.ts'
import { createObservedRoots } from './observed-roots.ts'
import { sensePressStyle } from './press-style.ts'
import type { PromptSense } from './prompted.ts'
import { holdersOf, innermostOf, isElement, type Sensor } from './sensor.ts'

export const INVALID_ATTRIBUTES: readonly (string | null)[] = ['aria-invalid', 'data-invalid']
/** Changes are looked at together, this long after the first that may answer a press, in ms, … */
const GATHER_MIN_MS = 250
/** … twice as long each time that they answered none, up to this; or once they are so many. */
const GATHER_MAX_MS = 1000
const HELD_MAX = 1000
/** Nothing of the page's that could be told from the rest of it. */
const WHOLE_PAGE = 0

/** What is told of fields that a form marks. */
interface Marks {
  /** Whether a mark that changes at this time would be told. */
  isWatching(at: number): boolean
  marked(field: Element, at: number): void
}

/** What the observer told of in one go, and when that was. */
interface Batch {
  records: readonly MutationRecord[]
  at: number
}

/**
 * Reports changes of the page, and fields as they are marked invalid. One observer for all. A page that never
 * rests has changes every few milliseconds: they are put aside and looked at together, and not at all where
 * nothing can be learned from them. `answered`: no press waits any more.
 */
export function senseMutations(
  sensor: Sensor,
  marks: Marks,
  prompted: PromptSense,
  answered: () => void,
) {
  const { clock, guard, isAwaitingLife, isLearning, isOwn, learnsAgainAt } = sensor
  const { registry, report, signal, view } = sensor
  let held: Batch[] = []
  let count = 0
  let gatherMs = GATHER_MAX_MS
  let stopTimer: (() => void) | undefined
  let isToWake = false
  /** Something was pressed, and nothing has changed yet. */
  let isFresh = false

  function gather(records: MutationRecord[]) {
    held.push({ records, at: clock.now() })
    count += records.length
    // The first change after a press may be all the answer that is waited for.
    if (isFresh || count > HELD_MAX) flush()
    else stopTimer ??= clock.after(gatherMs, timed)
  }

  const timed = guard(() => {
    stopTimer = undefined
    gatherMs = Math.min(2 * gatherMs, GATHER_MAX_MS)
    flush()
  })

  function flush() {
    stopTimer?.()
    stopTimer = undefined
    if (count === 0) return
    isFresh = false
    const now = clock.now()
    const batches = held
    held = []
    count = 0
    findMarks(batches)
    const isAwaiting = isAwaitingLife()
    take(batches)
    if (isAwaiting && !isAwaitingLife()) answered()
    if (!isAwaitingLife() && !isLearning(now)) rest(now)
  }

  function findMarks(batches: readonly Batch[]) {
    for (const { records, at } of batches)
      if (marks.isWatching(at))
        for (const { attributeName, target, type } of records)
          if (type === 'attributes' && INVALID_ATTRIBUTES.includes(attributeName))
            if (isElement(target) && !isOwn(target)) marks.marked(target, at)
  }

  function take(batches: readonly Batch[]) {
    const taken = new Map<RegionId, number>()
    for (const { records, at } of batches) {
      if (!isAwaitingLife() && !isLearning(at)) continue
      for (const record of records) {
        const region = regionOf(record.target)
        if (region === undefined) continue
        // Of a burst the first is told: the others would tell no more.
        if (at - (taken.get(region) ?? Number.NEGATIVE_INFINITY) < BURST_MS) continue
        if (region === WHOLE_PAGE && isOwnChange(record)) continue
        if (isAwaitingLife() && style.takes(record, at)) continue
        taken.set(region, at)
        tell(record.target, region, at)
      }
    }
  }

  /** The element that has changed, or whose text has. Nothing where that is Handrail's. */
  function regionOf(node: Node): RegionId | undefined {
    const element = elementAt(node)
    if (element === undefined || isOwn(element)) return undefined
    const [innermost] = innermostOf(element)
    return innermost ? registry.idOf(innermost) : WHOLE_PAGE
  }

  function tell(node: Node, region: RegionId, at: number) {
    // What has been answered takes no more answers: then they only tell what changes by itself.
    if (!isAwaitingLife()) {
      if (region !== WHOLE_PAGE) change([region], at)
      return
    }
    const element = elementAt(node)
    // What has gone meanwhile: its holder's record tells of that.
    if (element === undefined || !isOnPage(element)) return
    change(region === WHOLE_PAGE ? [] : holdersOf(element).map(registry.idOf), at)
  }

  const change = (regions: readonly RegionId[], at: number) =>
    report({ type: 'alive', source: 'mutation', at, regions })

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

  /** What a text or a shadow root is of; none for the document. */
  function elementAt(node: Node): Element | undefined {
    if (isElement(node)) return node
    const parent = parentOf(node)
    if (parent !== null) return isElementNode(parent) ? parent : undefined
    return 'host' in node ? (node as ShadowRoot).host : undefined
  }

  const observer = new view.MutationObserver(guard(gather))
  const roots = createObservedRoots(view.document, observer, isOwn)

  /** Nothing can be learned before somebody has been still for a while: until then the page is left alone. */
  function rest(now: number) {
    if (marks.isWatching(now)) return
    roots.rest()
    prompted.rest()
    if (isToWake) return
    isToWake = true
    // A moment later, as what is done lasts until then.
    clock.after(Math.max(0, learnsAgainAt() - clock.now()) + 1, wake)
  }

  const wake = guard(() => {
    isToWake = false
    const now = clock.now()
    if (isLearning(now)) {
      roots.connect()
      prompted.listen()
    } else if (marks.isWatching(now)) roots.connect()
    else if (!roots.isConnected()) rest(now)
  })

  const style = sensePressStyle(sensor, flush)
  roots.connect()
  prompted.listen()
  signal.addEventListener('abort', roots.rest)
  return {
    /** Takes what has changed so far, ahead of what is reported next. */
    flush,
    /** From now on changes matter: this was pressed. */
    watch(control: Element | undefined, at: number) {
      style.pressed(control, at)
      isFresh = true
      gatherMs = GATHER_MIN_MS
      roots.connect()
      roots.addAround(control)
    },
    /** Whether there were shadow roots that nobody knew: what happened in them is not known. */
    findShadowRoots: () => roots.findNew(clock.now()),
    /** Those that a look has found; whether there were some that nobody knew. */
    addShadowRoots: roots.addAll,
  }
}
