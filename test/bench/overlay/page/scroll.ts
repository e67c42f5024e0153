import { createTarget } from './appear.ts'
import { painted } from './painted.ts'
import type { Tool } from './tool.ts'

/** One painted frame while the page is scrolled, in CSS pixels. */
export interface ScrollFrame {
  /** How far the target moved in this frame. */
  moved: number
  /** How far the words are from where they stand by the target at rest. */
  off: number
}

/** Puts the target in the middle of what scrolls, has the tool point at it, and gives it. */
export async function placeForScroll(tool: Tool): Promise<HTMLElement> {
  const target = createTarget()
  document.querySelector('#inside')?.append(target)
  target.scrollIntoView({ block: 'center' })
  await painted()
  tool.point(target)
  while (tool.words() === undefined) await painted()
  return target
}

/** Watches each painted frame for so long, in ms. Whoever calls it scrolls meanwhile. */
export async function watchScroll(
  tool: Tool,
  target: HTMLElement,
  length: number,
): Promise<ScrollFrame[]> {
  const frames: ScrollFrame[] = []
  const top = () => target.getBoundingClientRect().top
  const rest = (tool.words()?.top ?? 0) - top()
  let last = top()
  const until = performance.now() + length
  while (performance.now() < until) {
    await painted()
    const now = top()
    const words = tool.words()
    if (words && now !== last)
      frames.push({ moved: Math.abs(now - last), off: Math.abs(words.top - now - rest) })
    last = now
  }
  return frames
}
