import type { Page } from 'puppeteer-core'
import type { Random } from '../../bench/page/clinic/random.ts'

/** Something of Handrail's that can be pressed. */
interface Part {
  name: string
  x: number
  y: number
}

const SIZES = [
  { width: 1400, height: 900 },
  { width: 1000, height: 700 },
  { width: 640, height: 480 },
] as const

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
      return [{ name, ...at }]
    },
  )
}

const partsOf = (page: Page): Promise<Part[]> => page.evaluate(readParts)

/** The kind of a press: what follows the first dash names content. */
const kindOf = (name: string) => `press ${/^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? 'mark'}`

async function pressAny(page: Page, random: Random): Promise<string> {
  const parts = await partsOf(page)
  if (parts.length === 0) return 'look'
  // The panel is the way to walkthroughs: what begins one is pressed more often than the rest.
  const offers = parts.filter(({ name }) => name.startsWith('offer-'))
  const { name, x, y } = random.pick(offers.length > 0 && random.upTo(2) === 0 ? offers : parts)
  await page.mouse.click(x, y)
  return kindOf(name)
}

/** One act of somebody with Handrail, or with the page as far as it changes nothing; gives its name. */
export async function actOnce(page: Page, random: Random, isMoving: boolean): Promise<string> {
  const choice = random.upTo(12)
  if (choice < 8) return pressAny(page, random)
  if (choice === 8) {
    await page.keyboard.press('Escape')
    return 'Escape'
  }
  if (choice === 9 && !isMoving) {
    await page.evaluate((by) => scrollBy(0, by), random.upTo(600) - 200)
    return 'scroll'
  }
  if (choice === 10 && !isMoving) {
    await page.setViewport(random.pick(SIZES))
    return 'resize'
  }
  const isOurs = await page.evaluate(
    () => document.activeElement?.matches(':root > div[popover="manual"]') ?? false,
  )
  if (!isOurs) return 'look'
  await page.keyboard.type(random.pick(['add', 'zz', 'vital']))
  return 'type in search'
}

const ENDINGS = ['Stop', 'Close', 'close', 'launcher', 'got-it']

/** Until nothing of Handrail's is open but its launcher, as somebody who has enough of it. */
export async function putAllAway(page: Page): Promise<void> {
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
    if (end && end.name !== 'launcher') await page.mouse.click(end.x, end.y)
    else await page.keyboard.press('Escape')
  }
  throw new Error('Handrail could not be put away')
}
