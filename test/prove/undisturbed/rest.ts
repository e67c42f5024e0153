import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { differences, type PageState, pageState } from './page-state.ts'

/** Tooltips for what the pointer is left on come and fade within this time, in ms. */
const FADING_MS = 600
/** A page that is the same after this time, in ms, is at rest. */
const SAME_MS = 300
const TRIES = 20

/**
 * The page's state with the pointer on nothing, nothing scrolled and its first size: a person's own doing is
 * none of Handrail's. `isMoving`: it moves parts of its own upon that, and is waited for.
 */
export async function restedState(
  page: Page,
  isMoving: boolean,
  size: { width: number; height: number } | null,
): Promise<PageState> {
  const { width, height } = page.viewport() ?? {}
  if (size && (width !== size.width || height !== size.height)) await page.setViewport(size)
  await page.evaluate(() => scrollTo(0, 0))
  await page.mouse.move(1, 1)
  if (!isMoving) return pageState(page)
  await wait(FADING_MS)
  let state = await pageState(page)
  for (let tries = 0; tries < TRIES; tries++) {
    await wait(SAME_MS)
    const next = await pageState(page)
    if (differences(state, next).length === 0) return next
    state = next
  }
  return state
}

/**
 * Has the page's clock go round within one minute, before anything of it runs: OpenMRS draws the time of day.
 * It goes on ticking, for what waits by it.
 */
export async function keepMinute(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const MINUTE_MS = 60_000
    const Real = Date
    const began = Math.floor(Real.now() / MINUTE_MS) * MINUTE_MS
    const now = () => began + ((Real.now() - began) % MINUTE_MS)
    globalThis.Date = new Proxy(Real, {
      construct: (target, given, self) =>
        Reflect.construct(target, given.length === 0 ? [now()] : given, self),
      apply: () => new Real(now()).toString(),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    })
  })
}
