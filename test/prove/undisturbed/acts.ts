import { type Page, TimeoutError } from 'puppeteer-core'
import type { Random } from '../../bench/page/clinic/random.ts'
import type { Hand } from './hand.ts'

/** Something of Handrail's that can be pressed. */
interface Part {
  name: string
  /** Goes on, back or past a step. */
  isOfStep: boolean
  x: number
  y: number
}

const SIZES = [
  { width: 1400, height: 900 },
  { width: 1000, height: 700 },
  { width: 640, height: 480 },
] as const

/** These open pages of Handrail's own, in other tabs. */
const ELSEWHERE = ['read-as-page', 'at-side']
/** A walkthrough that is hidden, also one of another screen, would be in no later run. */
const isBarred = (name: string) => ELSEWHERE.includes(name) || name.startsWith('hide-')

/** Runs in the page: what can be pressed in Handrail's element, by test id or words. */
function readParts(): Part[] {
  const root = document.querySelector(':root > div[popover="manual"]')?.shadowRoot
  return [...(root?.querySelectorAll<HTMLElement>('button, summary, .pane') ?? [])].flatMap(
    (part) => {
      const { x, y, width, height } = part.getBoundingClientRect()
      const at = { x: x + width / 2, y: y + height / 2 }
      if (!part.checkVisibility({ visibilityProperty: true })) return []
      if (root?.elementFromPoint(at.x, at.y) === null) return []
      const name = part.dataset.testid ?? part.getAttribute('aria-label') ?? part.textContent ?? ''
      return [{ name, isOfStep: part.matches('.callout .foot button'), ...at }]
    },
  )
}

const partsOf = (page: Page): Promise<Part[]> => page.evaluate(readParts)

/** The kind of a press: what follows the first dash names content. */
const kindOf = (name: string) => `press ${/^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? 'mark'}`

async function pressAny(page: Page, hand: Hand, random: Random): Promise<string> {
  const parts = (await partsOf(page)).filter(({ name }) => !isBarred(name))
  if (parts.length === 0) return 'look'
  // Somebody with a step before them goes on with it more often than not.
  const steps = parts.filter(({ isOfStep }) => isOfStep)
  const { name, x, y } = random.pick(steps.length > 0 && random.upTo(3) > 0 ? steps : parts)
  await hand.press(x, y)
  return kindOf(name)
}

/**
 * One act of somebody with Handrail, or with the page as far as it changes nothing; gives its name.
 */
export async function actOnce(page: Page, hand: Hand, random: Random): Promise<string> {
  const choice = random.upTo(12)
  if (choice < 8) return pressAny(page, hand, random)
  if (choice === 8) {
    await hand.escape()
    return 'Escape'
  }
  if (choice === 9) {
    await hand.scroll(random.upTo(600) - 200)
    return 'scroll'
  }
  if (choice === 10) {
    await hand.resize(random.pick(SIZES))
    return 'resize'
  }
  const isOurs = await page.evaluate(
    () => document.activeElement?.matches(':root > div[popover="manual"]') ?? false,
  )
  if (!isOurs) return 'look'
  await page.keyboard.type(random.pick(['add', 'zz', 'vital']))
  return 'type in search'
}

const PATIENCE_MS = 5_000

/** Runs in the page: the middle of an offer in the help panel, scrolled into the panel's view. */
function readOffer(walkthrough: string): { x: number; y: number } | undefined {
  const root = document.querySelector(':root > div[popover="manual"]')?.shadowRoot
  const offer = root?.querySelector(`[data-testid="offer-${walkthrough}"]`)
  offer?.scrollIntoView({ block: 'nearest' })
  const box = offer?.getBoundingClientRect()
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Runs in the page: whether one of these is in Handrail's element. */
const hasPart = (selector: string) =>
  document.querySelector(':root > div[popover="manual"]')?.shadowRoot?.querySelector(selector) !=
  null

/** Whether a part comes in time: earlier acts may have hidden it, or the worker may refuse. */
const comes = (page: Page, selector: string): Promise<boolean> =>
  page
    .waitForFunction(hasPart, { timeout: PATIENCE_MS }, selector)
    .then(() => true)
    .catch((error) => {
      if (error instanceof TimeoutError) return false
      throw error
    })

/** Begins a walkthrough from the help panel; false where nothing is shown of it. */
export async function begin(page: Page, hand: Hand, walkthrough: string): Promise<boolean> {
  const launcher = (await partsOf(page)).find(({ name }) => name === 'launcher')
  if (!launcher) return false
  await hand.press(launcher.x, launcher.y)
  if (!(await comes(page, `[data-testid="offer-${walkthrough}"]`))) return false
  const offer = await page.evaluate(readOffer, walkthrough)
  if (offer) await hand.press(offer.x, offer.y)
  return comes(page, '.callout, .bar')
}

const ENDINGS = ['Stop', 'Close', 'close', 'not-now', 'launcher', 'got-it']

/** Until nothing of Handrail's is open but its launcher, as somebody who has enough of it. */
export async function putAllAway(page: Page, hand: Hand): Promise<void> {
  for (let tries = 0; tries < 12; tries++) {
    const isOpen = await page.evaluate(() => {
      const root = document.querySelector(':root > div[popover="manual"]')?.shadowRoot
      const open = [
        ...(root?.querySelectorAll('.card:not(.finder .card), .pane, [aria-expanded="true"]') ??
          []),
      ]
      const isSeen = (part: Element) => part.checkVisibility({ visibilityProperty: true })
      return open.some((part) => isSeen(part) || part.matches('.callout'))
    })
    if (!isOpen) return
    const parts = await partsOf(page)
    const isPanel = parts.some(({ name }) => name === 'report' || name.startsWith('report-'))
    const wanted = isPanel ? ['Close', 'launcher'] : ENDINGS
    const end = wanted
      .map((name) => parts.find((part) => part.name === name))
      .find((part) => part !== undefined)
    if (end && end.name !== 'launcher') await hand.press(end.x, end.y)
    else await hand.escape()
  }
  throw new Error('Handrail could not be put away')
}
