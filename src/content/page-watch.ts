import { hostOf, type Root } from '../anchors/dom.ts'
import { STABLE_ATTRIBUTES } from '../vocabulary/evidence.ts'
import type { Guard } from './guard.ts'

/** At most one look at the page in this time (ms), however often it changes. */
export const LOOK_INTERVAL_MS = 100
/** A look that has taken long is followed by this many times its length without one. */
const REST = 4

/** What changes a control's name, state or place without adding or removing an element. */
const WATCHED_ATTRIBUTES = [
  ...STABLE_ATTRIBUTES,
  'alt',
  'aria-label',
  'aria-labelledby',
  'aria-level',
  'aria-hidden',
  'aria-disabled',
  'aria-expanded',
  'aria-modal',
  'aria-selected',
  'class',
  'disabled',
  'hidden',
  'open',
  'placeholder',
  'role',
  'style',
  'title',
  'value',
]

/** What is put off by less is seen before anybody sees the page. */
const FRAME_MS = 16

interface Options {
  page: Window & typeof globalThis
  /** Handrail's own element. */
  own: () => Element | undefined
  /** Gives the roots that it has looked at: the document's observer does not see into shadow roots. */
  onChange: () => readonly Root[]
  /** Changes that are to be looked at later than in the next frame; in the page's own turn. */
  onDelay: (records: readonly MutationRecord[]) => void
  guard: Guard
  signal: AbortSignal
}

/**
 * Calls `onChange` when the page may show something else: soon after a change of its DOM or its
 * URL, never more often than every 100 ms, and not at all while nothing changes. History is not
 * patched and nothing is polled.
 */
export function createPageWatch({ page, own, onChange, onDelay, guard, signal }: Options): void {
  let timer: number | undefined
  let nextLook = Number.NEGATIVE_INFINITY
  const observed = new WeakSet<Root>()

  const look = guard(() => {
    timer = undefined
    const from = page.performance.now()
    const roots = onChange()
    // What we draw ourselves must not have us look again: each look draws.
    for (const root of roots)
      if (hostOf(root) === undefined || hostOf(root) !== own()) observe(root)
    const until = page.performance.now()
    nextLook = Math.max(from + LOOK_INTERVAL_MS, until + REST * (until - from))
  })
  const lookSoon = guard(() => {
    if (timer !== undefined || signal.aborted) return
    const wait = Math.max(0, nextLook - page.performance.now())
    timer = page.setTimeout(look, wait)
  })
  const heed = guard((records: readonly MutationRecord[]) => {
    const host = own()
    const news = records.filter(({ target }) => target !== host)
    if (news.length === 0) return
    lookSoon()
    if (nextLook - page.performance.now() > FRAME_MS) onDelay(news)
  })

  const observer = new page.MutationObserver(heed)
  function observe(root: Root): void {
    if (observed.has(root)) return
    observed.add(root)
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: WATCHED_ATTRIBUTES,
    })
  }
  observe(page.document)
  for (const name of ['popstate', 'hashchange', 'pageshow', 'resize', 'transitionend'])
    page.addEventListener(name, lookSoon, { signal, passive: true })
  page.navigation?.addEventListener('currententrychange', lookSoon, { signal })

  signal.addEventListener('abort', () => {
    observer.disconnect()
    page.clearTimeout(timer)
  })
  lookSoon()
}
