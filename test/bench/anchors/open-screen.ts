import type { KeyInput, Page } from 'puppeteer-core'
import type { Step } from './truth.ts'

const STEP_MS = 20_000
/** A page counts as still when its DOM has not changed for this long … */
const STILL_MS = 700
/** … or when this much time has passed: some pages have a clock in them. */
const STILL_MAX_MS = 8000

async function take(page: Page, step: Step, origin: string): Promise<void> {
  if ('goto' in step) await page.goto(origin + step.goto, { waitUntil: 'load' })
  else if ('press' in step) {
    await page.waitForSelector(step.press, { visible: true, timeout: STEP_MS })
    await becomeStill(page)
    await page.locator(step.press).setTimeout(STEP_MS).click()
  } else if ('hover' in step) await page.locator(step.hover).setTimeout(STEP_MS).hover()
  else if ('type' in step) {
    const field = await page.waitForSelector(step.type[0], { visible: true, timeout: STEP_MS })
    await field?.type(step.type[1])
  } else if ('key' in step) await page.keyboard.press(step.key as KeyInput)
  else await page.waitForSelector(step.wait, { visible: true, timeout: STEP_MS })
}

/** Waits until the DOM has come to rest. */
export function becomeStill(page: Page): Promise<void> {
  return page.evaluate(
    (quiet, most) =>
      new Promise<void>((resolve) => {
        const done = () => {
          observer.disconnect()
          clearTimeout(timer)
          clearTimeout(limit)
          resolve()
        }
        let timer = setTimeout(done, quiet)
        const limit = setTimeout(done, most)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, quiet)
        })
        observer.observe(document, { childList: true, subtree: true, attributes: true })
      }),
    STILL_MS,
    STILL_MAX_MS,
  )
}

/** Goes to a screen by its steps and waits until it has come to rest. */
export async function openScreen(page: Page, steps: readonly Step[], origin: string) {
  for (const step of steps)
    await take(page, step, origin).catch((cause: unknown) => {
      throw new Error(`Step ${JSON.stringify(step)} failed`, { cause })
    })
  await page.mouse.move(2, 2)
  await becomeStill(page)
}
