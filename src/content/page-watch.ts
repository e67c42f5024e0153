import type { Guard } from './guard.ts'

/** At most one look at the page in this time (ms), however often it changes. */
export const LOOK_INTERVAL_MS = 100

/** What changes a control's name, state or place without adding or removing an element. */
const WATCHED_ATTRIBUTES = [
  'aria-label',
  'aria-labelledby',
  'aria-hidden',
  'aria-disabled',
  'aria-expanded',
  'aria-modal',
  'aria-selected',
  'class',
  'disabled',
  'hidden',
  'id',
  'open',
  'role',
  'style',
]

/**
 * Calls `onChange` when the page may show something else: soon after a change of its DOM or its
 * URL, never more often than every 100 ms, and not at all while nothing changes. History is not
 * patched and nothing is polled.
 */
export function createPageWatch(
  page: Window & typeof globalThis,
  own: () => Element | undefined,
  onChange: () => void,
  guard: Guard,
  signal: AbortSignal,
): void {
  let timer: number | undefined
  let lastLook = Number.NEGATIVE_INFINITY

  const look = guard(() => {
    timer = undefined
    lastLook = page.performance.now()
    onChange()
  })
  const lookSoon = guard(() => {
    if (timer !== undefined || signal.aborted) return
    const wait = Math.max(0, lastLook + LOOK_INTERVAL_MS - page.performance.now())
    timer = page.setTimeout(look, wait)
  })

  const observer = new page.MutationObserver((records) => {
    const host = own()
    if (records.some(({ target }) => target !== host)) lookSoon()
  })
  observer.observe(page.document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: WATCHED_ATTRIBUTES,
  })
  for (const name of ['popstate', 'hashchange', 'pageshow', 'resize', 'transitionend'])
    page.addEventListener(name, lookSoon, { signal, passive: true })
  page.navigation?.addEventListener('currententrychange', lookSoon, { signal })

  signal.addEventListener('abort', () => {
    observer.disconnect()
    page.clearTimeout(timer)
  })
  lookSoon()
}
