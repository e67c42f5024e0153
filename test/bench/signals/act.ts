import { setTimeout as wait } from 'node:timers/promises'
import type { ElementHandle, Frame, Page } from 'puppeteer-core'
import type { Act } from './episode.ts'

const FOUND_WITHIN_MS = 8_000
/** Between the pointer’s coming and its press, and between down and up, in ms. */
const AIM_MS = 350
const DOWN_MS = 45
/** A hand that took this much longer than it should have was held up by the machine: that is another episode. */
const HELD_UP = 1.6

async function placeOf(page: Page, selector: string, frameName?: string) {
  const frame = frameName ? page.frames().find((one) => one.name() === frameName) : page.mainFrame()
  const found = (await (frame as Frame).waitForSelector(selector, {
    visible: true,
    timeout: FOUND_WITHIN_MS,
  })) as ElementHandle<Element>
  const isHidden = await found.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    if (top >= 0 && bottom <= innerHeight) return false
    element.scrollIntoView({ block: 'center' })
    return true
  })
  // A scroll is a gesture of its own: it has to be over.
  if (isHidden) await wait(900)
  const box = await found.boundingBox()
  if (!box) throw new Error(`${selector} is nowhere`)
  return { found, box }
}

async function press(page: Page, act: Extract<Act, { press: string }>): Promise<void> {
  const { box } = await placeOf(page, act.press, act.frame)
  const x = act.at === 'left' ? box.x + 14 : box.x + box.width / 2
  const y = box.y + box.height / 2
  await page.mouse.move(x, y, { steps: 4 })
  await wait(AIM_MS)
  const { times = 1, every = 0 } = act
  const from = Date.now()
  for (let count = 0; count < times; count++) {
    // By the clock: a slow machine does not make the hand slower.
    await wait(Math.max(0, from + count * every - Date.now()))
    await page.mouse.down({ clickCount: times > 1 && every < 120 ? count + 1 : 1 })
    await wait(DOWN_MS)
    await page.mouse.up({ clickCount: times > 1 && every < 120 ? count + 1 : 1 })
  }
  const [took, intended] = [Date.now() - from, (times - 1) * every + DOWN_MS]
  if (times > 1 && took > HELD_UP * intended) throw new Error(`${took} ms for ${intended}`)
}

/** React reads handlers from a property of the element: it finds none there any more. */
function forgetHandlers(element: Element): void {
  const key = Object.keys(element).find((name) => name.startsWith('__reactProps$'))
  if (key === undefined) throw new Error('No element of React’s')
  const strip = (props: object) =>
    Object.fromEntries(
      Object.entries(props).filter(([name]) => !/^on(Click|Mouse|Pointer|Key)/.test(name)),
    )
  let props = (element as unknown as Record<string, object>)[key] ?? {}
  Object.defineProperty(element, key, {
    configurable: true,
    get: () => strip(props),
    set: (next: object) => {
      props = next
    },
  })
}

async function shake(page: Page, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn++) {
    await page.mouse.move(turn % 2 === 0 ? 700 : 760, 300 + turn)
    await wait(40)
  }
}

async function circle(page: Page, times: number): Promise<void> {
  for (let step = 0; step < times * 24; step++) {
    const angle = (step / 24) * 2 * Math.PI
    await page.mouse.move(700 + 260 * Math.cos(angle), 450 + 260 * Math.sin(angle))
    await wait(45)
  }
}

/** How the server behaves is the site’s to change. */
export type SetServer = (how: 'refuses' | 'slow' | 'well') => Promise<void>

/** Does one act with trusted input. */
export async function perform(page: Page, act: Act, setServer: SetServer): Promise<void> {
  if ('press' in act) await press(page, act)
  else if ('type' in act) await page.keyboard.type(act.type, { delay: act.every ?? 60 })
  else if ('key' in act) await page.keyboard.press(act.key)
  else if ('wait' in act) await wait(act.wait)
  else if ('hover' in act) {
    const { box } = await placeOf(page, act.hover)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 })
    await wait(900)
  } else if ('wheel' in act) {
    for (let turn = 0; turn < (act.turns ?? 1); turn++) {
      await page.mouse.wheel({ deltaY: act.wheel })
      await wait(act.every ?? 180)
    }
  } else if ('shake' in act) await shake(page, act.shake)
  else if ('circle' in act) await circle(page, act.circle)
  else if ('drag' in act) {
    const { box } = await placeOf(page, act.drag)
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(at.x, at.y)
    await page.mouse.down()
    await page.mouse.move(at.x + act.by, at.y, { steps: 8 })
    await page.mouse.up()
  } else if ('unhandle' in act) {
    const { found } = await placeOf(page, act.unhandle)
    await found.evaluate(forgetHandlers)
  } else await setServer(act.server)
}
