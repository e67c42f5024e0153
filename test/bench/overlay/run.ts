import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { overlayOf } from '../../e2e/helpers/overlay.ts'
import { openWithHandrail } from '../page/extension.ts'
import { htmlAnswer, serveAnswers } from '../page/serve-answers.ts'
import { bundleOverlayBench } from './bundle.ts'
import type { ScrollFrame } from './page/scroll.ts'
import type { ToolName } from './page/tools.ts'
import type { OverlaySize } from './size.ts'
import { WALKTHROUGH, WARD_PATH, wardPack, wardPage } from './ward.ts'

const WHEEL_EVERY_MS = 20
const WHEEL_PX = 24
/** Up and down by so many turns of the wheel, so that the target stays in view. */
const TURNS = 8

export interface ToolRun {
  tool: ToolName
  /** ms from the target's appearance until words about it are painted. */
  appearances: number[]
  frames: ScrollFrame[]
}

export interface OverlayRun {
  size: OverlaySize
  tools: ToolRun[]
}

async function turnWheel(page: Page, length: number): Promise<void> {
  const box = await (await page.$('#inside'))?.boundingBox()
  if (!box) throw new Error('The page has nothing that scrolls')
  await page.mouse.move(box.x + 30, box.y + box.height / 2)
  const until = Date.now() + length
  for (let turn = 0; Date.now() < until; turn++) {
    const isUp = Math.floor((turn + TURNS / 2) / TURNS) % 2 === 1
    await page.mouse.wheel({ deltaY: isUp ? -WHEEL_PX : WHEEL_PX })
    await wait(WHEEL_EVERY_MS)
  }
}

async function runTool(page: Page, tool: ToolName, size: OverlaySize): Promise<ToolRun> {
  const appearances = await page.evaluate(
    (name, count) => overlayBench.timeAppearances(name, count),
    ...([tool, size.appearances] as const),
  )
  await page.evaluate(
    (name, length) => overlayBench.startScroll(name, length),
    ...([tool, size.scrollMs] as const),
  )
  await turnWheel(page, size.scrollMs)
  return { tool, appearances, frames: await page.evaluate(() => overlayBench.frames) }
}

/** The same page and the same button for each tool, in one browser. Needs a built extension in `dist`. */
export async function runOverlayBench(
  size: OverlaySize,
  log: (line: string) => void,
): Promise<OverlayRun> {
  const code = await bundleOverlayBench()
  const ward = await serveAnswers(new Map([[WARD_PATH, htmlAnswer(wardPage(size.elements))]]))
  try {
    const { browser, stop } = await openWithHandrail(ward, wardPack(`${ward.origin}/*`))
    const tools: ToolRun[] = []
    const open = async (tool: ToolName, origin: string) => {
      log(tool)
      const page = await browser.newPage()
      await page.setViewport({ width: 1400, height: 950 })
      await page.goto(origin + WARD_PATH, { waitUntil: 'load' })
      await page.evaluate(code)
      if (tool === 'Handrail') {
        const overlay = overlayOf(page)
        await overlay.start(WALKTHROUGH)
        // The panel is gone, and the step waits for its button.
        await overlay.isGone('help-panel')
      }
      tools.push(await runTool(page, tool, size))
      await page.close()
    }
    try {
      await open('Handrail', ward.origin)
      await open('driver.js', ward.otherOrigin)
      await open('Shepherd', ward.otherOrigin)
    } finally {
      await stop()
    }
    return { size, tools }
  } finally {
    await ward.stop()
  }
}
