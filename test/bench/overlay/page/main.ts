import { timeAppearances } from './appear.ts'
import { placeForScroll, type ScrollFrame, watchScroll } from './scroll.ts'
import { TOOLS, type ToolName } from './tools.ts'

/** What the bench calls in the page. */
const overlayBench = {
  timeAppearances: (name: ToolName, count: number) => timeAppearances(TOOLS[name](), count),
  /** Resolves when all is in its place; `frames` then gives what was seen while the page was scrolled. */
  async startScroll(name: ToolName, length: number): Promise<void> {
    const tool = TOOLS[name]()
    const target = await placeForScroll(tool)
    // Whatever moves into its place has time to.
    await new Promise((resolve) => setTimeout(resolve, 500))
    overlayBench.frames = watchScroll(tool, target, length)
  },
  frames: Promise.resolve<ScrollFrame[]>([]),
}

export type OverlayBench = typeof overlayBench

Object.assign(globalThis, { overlayBench })
