import type { Change } from '../anchors/change.ts'
import { hostOf, type Root } from '../anchors/dom.ts'
import { REMEMBERED_ATTRIBUTES } from '../anchors/memory.ts'
import { afterFrame } from '../overlay/after-frame.ts'
import { STABLE_ATTRIBUTES } from '../vocabulary/stable-attributes.ts'
import { createGlanceBudget } from './glance-budget.ts'
import type { Concern } from './ground.ts'
import type { Guard } from './guard.ts'
import { createLookBudget, LOOK_INTERVAL_MS } from './look-budget.ts'
import { createSlice } from './slice.ts'

/** What changes a control's name, state or place without adding or removing an element. */
const WATCHED_ATTRIBUTES = new Set([
  ...STABLE_ATTRIBUTES,
  ...REMEMBERED_ATTRIBUTES,
  'aria-disabled',
  'aria-expanded',
  'aria-modal',
  'aria-selected',
  'class',
  'disabled',
  'hidden',
  'open',
  'style',
  'value',
])

/** What is heard of each root. */
export const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...WATCHED_ATTRIBUTES],
}

/** What is put off by less is seen before anybody sees the page, in ms. */
const FRAME_MS = 16
/** A page that changes faster than it can be read is looked at all the same. */
const SLICES_MAX = 20
/** What takes no longer is read in the look's own task, in ms. */
const TOGETHER_MS = 1
/** What a person does, and where it may have led: what comes of it is looked at soon. A press is one of them, by its end. */
const ACTS = ['click', 'keydown', 'change', 'popstate', 'hashchange', 'pageshow']

/** Events after which the page may show something else though no element has changed. */
const SHOWING = [
  ...['popstate', 'hashchange', 'pageshow', 'resize'],
  ...['transitionend', 'animationend'],
]

interface Options {
  page: Window & typeof globalThis
  /** Handrail's own host element. */
  own: () => Element | undefined
  /** Takes a look. Gives the roots that it has looked at: the document's observer does not see into shadow roots. */
  onChange: () => readonly Root[]
  /** Told of every change, at once: what was read of the page may no longer hold, and for an alert no look is awaited. */
  changed: (changes: readonly Change[]) => void
  /** Changes that are looked at later than in the next frame; in the page's own turn. */
  onDelay: (changes: readonly Change[]) => void
  /** What changes ask for without delay: they concern what is pointed at, or silence Handrail. */
  concernOf: (changes: readonly Change[]) => Concern | undefined
  /** Reads for the look to come until it is late; true once all is read. */
  readAhead: (isLate: () => boolean) => boolean
  /** Takes a glance at what is pointed at: whether all of it is as it was. Else a look follows. */
  glance: () => boolean
  guard: Guard
  /** Of the observer. */
  guardOften: Guard
  signal: AbortSignal
}

/**
 * Calls `onChange` when the page may show something else: soon after a change of its DOM or its
 * URL, never more often than every 100 ms, less often while it never rests (`look-budget.ts`), and
 * not at all while nothing changes. History is not patched and nothing is polled.
 */
export function createPageWatch({
  page,
  own,
  onChange,
  changed,
  onDelay,
  concernOf,
  readAhead,
  glance,
  guard,
  guardOften,
  signal,
}: Options): void {
  const budget = createLookBudget()
  const glances = createGlanceBudget()
  let timer: { id: number; at: number; isPutOff: boolean; isUrgent: boolean } | undefined
  let stopFrame: (() => void) | undefined
  /** Calls the glance off that is to come. */
  let glancing: (() => void) | undefined
  const observed = new WeakSet<Root>()
  const now = () => page.performance.now()

  function stopGlance(): void {
    glancing?.()
    glancing = undefined
  }
  const look = guard(() => {
    stopFrame?.()
    stopFrame = undefined
    timer = undefined
    stopGlance()
    const from = now()
    for (const root of onChange()) observe(root)
    const until = now()
    glances.spend(from, until)
    budget.spend(from, until)
  })
  /** Reads what the look needs, a slice at a time; with little to read it is taken in the same task. */
  const prepare: (slice?: number) => void = guard((slice = 1) => {
    stopFrame?.()
    stopFrame = undefined
    const isUrgent = timer?.isUrgent ?? false
    const from = now()
    const isDone = readAhead(createSlice(now)) || slice >= SLICES_MAX
    if (isDone && slice === 1 && now() - from < TOGETHER_MS) return look()
    budget.spend(from, now())
    const isAfterFrame = isDone && !isUrgent
    const id = isAfterFrame ? 0 : page.setTimeout(isDone ? look : () => prepare(slice + 1))
    if (isAfterFrame) stopFrame = afterFrame(page, look)
    timer = { id, at: from, isPutOff: true, isUrgent }
  })
  const glanceNow = guard(() => {
    glancing = undefined
    const from = now()
    const holds = glance()
    glances.spend(from, now())
    if (holds) return
    page.clearTimeout(timer?.id)
    prepare()
  })
  /** A glance is at what is laid out too. */
  function glanceSoon(): void {
    if (glancing !== undefined || signal.aborted) return
    const wait = glances.dueAt() - now()
    const due = () => {
      glancing = afterFrame(page, glanceNow)
    }
    if (wait <= 0) due()
    else {
      const id = page.setTimeout(due, wait)
      glancing = () => page.clearTimeout(id)
    }
  }
  /**
   * Takes the next look at this time, or when it was to be taken anyway. An urgent one waits for no frame:
   * what it draws is then painted a frame earlier, for the price of a second layout.
   */
  function lookAt(at: number, isUrgent = false): void {
    if (signal.aborted || (timer !== undefined && timer.at <= at)) return
    page.clearTimeout(timer?.id)
    stopFrame?.()
    stopFrame = undefined
    const wait = Math.max(0, at - now())
    // A look asks for the layout. After a frame there is one; before it, the page would be laid out twice.
    const isPutOff = wait > FRAME_MS || (!isUrgent && budget.isShort(now()))
    const due = () => {
      stopFrame = afterFrame(page, prepare)
    }
    timer = { id: page.setTimeout(isPutOff ? due : prepare, wait), at, isPutOff, isUrgent }
  }
  function lookSoon(changes: readonly Change[] = []): void {
    const concern = concernOf(changes)
    if (timer !== undefined && (!concern || timer.at <= now() + LOOK_INTERVAL_MS)) return
    // While the budget lasts, a look is as soon, and tells more.
    if (concern === 'glance' && budget.isShort(now())) glanceSoon()
    const isUrgent = concern === 'look'
    if (timer === undefined || isUrgent) lookAt(budget.dueAt(now(), isUrgent), isUrgent)
  }
  /** A look that waits its turn comes forward, once the app has had time to answer. */
  const acted = guard(() => {
    budget.acted(now())
    if (timer !== undefined) lookAt(Math.max(now() + LOOK_INTERVAL_MS, budget.dueAt(now(), false)))
  })
  const moved = guard((event: Event) => {
    if (event.target !== own()) lookSoon()
  })
  /** A popover that opens changes no element: it may be an alert, or hold what is pointed at. */
  const toggled = guard((event: Event) => {
    if (event.target !== own()) lookAt(budget.dueAt(now(), true))
  })

  /** What changes on Handrail's own element asks for no look. */
  function areOwn(changes: readonly Change[]): boolean {
    const host = own()
    return host !== undefined && changes.every(({ target }) => target === host)
  }
  const observer = new page.MutationObserver(
    guardOften((records: readonly MutationRecord[]) => {
      changed(records)
      if (timer === undefined && areOwn(records)) return
      lookSoon(records)
      if (timer?.isPutOff) onDelay(records)
    }),
  )
  function observe(root: Root): void {
    if (observed.has(root) || (root !== page.document && hostOf(root) === own())) return
    observed.add(root)
    observer.observe(root, WATCHED)
  }
  observe(page.document)
  for (const name of ACTS)
    page.addEventListener(name, acted, { capture: true, signal, passive: true })
  for (const name of SHOWING)
    page.addEventListener(name, moved, { capture: true, signal, passive: true })
  page.addEventListener('toggle', toggled, { capture: true, signal, passive: true })
  // A stylesheet that comes late shows and hides without changing an element. No window hears of it.
  page.document.addEventListener('load', moved, { capture: true, signal, passive: true })
  page.navigation?.addEventListener('currententrychange', acted, { signal })
  page.navigation?.addEventListener('currententrychange', moved, { signal })

  signal.addEventListener('abort', () => {
    observer.disconnect()
    page.clearTimeout(timer?.id)
    stopFrame?.()
    stopGlance()
  })
  lookSoon()
}
