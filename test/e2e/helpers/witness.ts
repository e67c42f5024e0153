import type { Page } from 'puppeteer-core'
import { expect } from 'vitest'

/** Middle of a box, in px of the view. */
interface Point {
  x: number
  y: number
}

/** What is to be seen of Handrail on a page, and what the page itself has come to. */
export interface Testimony {
  /** The step of the callout that is to be seen. */
  step: string | undefined
  /** Whether a ring is to be seen, and around the control that was asked for. */
  ring: 'none' | 'around it' | 'elsewhere'
  /** Where to press, by test id, of what is to be seen. */
  parts: Record<string, Point>
  control: Point | undefined
  /** How often the page's own timer has ticked. */
  ticks: number
  errors: string[]
}

/** Runs in the page before any script of its own, so that what it asks with is not bent. */
function install(tickMs: number): void {
  const { querySelectorAll } = Document.prototype
  const inRoot = DocumentFragment.prototype.querySelectorAll
  const { getBoundingClientRect, getAttribute, checkVisibility } = Element.prototype
  const shadowOf = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')?.get
  const state = { ticks: 0, errors: [] as string[] }
  const { map, filter } = Array.prototype
  setInterval(() => {
    state.ticks += 1
  }, tickMs)
  addEventListener('error', ({ message }) => state.errors.push(message))
  addEventListener('unhandledrejection', ({ reason }) => state.errors.push(String(reason)))

  const rootOf = (element: Element): ShadowRoot | null => shadowOf?.call(element)
  const isSeen = (element: Element) => {
    const { width, height } = getBoundingClientRect.call(element)
    const shown = checkVisibility.call(element, { visibilityProperty: true })
    return width > 0 && height > 0 && shown
  }
  const middleOf = (element: Element): Point => {
    const { x, y, width, height } = getBoundingClientRect.call(element)
    return { x: x + width / 2, y: y + height / 2 }
  }
  function within(root: Document | ShadowRoot, selector: string): Element[] {
    const query = root === document ? querySelectorAll : inRoot
    return [...query.call(root as Document & ShadowRoot, selector)]
  }
  function findDeep(root: Document | ShadowRoot, selector: string): Element | undefined {
    const [found] = within(root, selector)
    if (found) return found
    for (const element of within(root, '*')) {
      const inner = rootOf(element)
      const hit = inner && findDeep(inner, selector)
      if (hit) return hit
    }
    return undefined
  }
  Object.assign(globalThis, {
    handrailTestimony(control: string): Testimony {
      Object.assign(Array.prototype, { map, filter })
      const meant = findDeep(document, control)
      const [host] = within(document, ':root > div[popover="manual"]')
      const root = host && rootOf(host)
      const shown = root ? within(root, '[data-testid]').filter(isSeen) : []
      const parts = Object.fromEntries(
        shown.map((part) => [getAttribute.call(part, 'data-testid') ?? '', middleOf(part)]),
      )
      const callout = shown.find((part) => getAttribute.call(part, 'data-testid') === 'callout')
      const ring = (root ? within(root, '.ring') : []).find(isSeen)
      const box = meant && isSeen(meant) ? getBoundingClientRect.call(meant) : undefined
      const at = ring && middleOf(ring)
      const isAround =
        at &&
        box &&
        Math.abs(at.x - (box.x + box.width / 2)) < 3 &&
        Math.abs(at.y - (box.y + box.height / 2)) < 3
      return {
        step: callout ? (getAttribute.call(callout, 'data-step') ?? '') : undefined,
        ring: !ring ? 'none' : isAround ? 'around it' : 'elsewhere',
        parts,
        control: meant && middleOf(meant),
        ...state,
      }
    },
  })
}

const TICK_MS = 20

/**
 * A tab whose page can be asked whatever it does to itself: a driver's own questions go through members
 * that a page can bend. To be made before the page is opened; `control` is a selector.
 */
export async function createWitness(page: Page, control = '#save') {
  await page.evaluateOnNewDocument(install, TICK_MS)
  const look = (): Promise<Testimony> =>
    page.evaluate((selector) => {
      const { handrailTestimony } = globalThis as unknown as {
        handrailTestimony: (control: string) => Testimony
      }
      return handrailTestimony(selector)
    }, control)

  return {
    look,
    /** Presses a part of Handrail's by its test id, or the control, once it is to be seen. */
    async press(part: string | undefined): Promise<void> {
      await page.bringToFront()
      const placeOf = ({ parts, control: own }: Testimony) => (part ? parts[part] : own)
      await expect.poll(async () => placeOf(await look()), { timeout: 30_000 }).toBeDefined()
      const { x, y } = placeOf(await look()) ?? { x: 0, y: 0 }
      await page.mouse.click(x, y)
    },
    /** What is to be seen in each of the page's next frames, after a function of the page's own. */
    watch: (frames: number, act?: string): Promise<Testimony[]> =>
      page.evaluate(
        async (selector, count, name) => {
          const { handrailTestimony } = globalThis as unknown as {
            handrailTestimony: (control: string) => Testimony
          }
          if (name) Reflect.get(globalThis, name)()
          const seen: Testimony[] = []
          while (seen.length < count) {
            await new Promise((resolve) => setTimeout(resolve, 16))
            seen.push(handrailTestimony(selector))
          }
          return seen
        },
        control,
        frames,
        act,
      ),
    /** The share of its ticks that the page's own timer had in some ms. */
    async rate(ms: number): Promise<number> {
      const before = await look()
      const from = performance.now()
      await new Promise((resolve) => setTimeout(resolve, ms))
      const after = await look()
      return (after.ticks - before.ticks) / ((performance.now() - from) / TICK_MS)
    },
  }
}
