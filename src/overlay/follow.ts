import { autoUpdate } from '@floating-ui/dom'
import { boxOf } from '../anchors/dom.ts'
import { isBent } from './bent.ts'

/** Calls `act` now, and whenever the target or the panel beside it may stand elsewhere; the result ends it. */
export function follow(target: Element, panel: HTMLElement, act: () => void): () => void {
  const isLoose = isBent(target)
  const followed = isLoose ? { getBoundingClientRect: () => boxOf(target) } : target
  // What scrolls a target can't be found out where no walk leads up from it.
  const stop = autoUpdate(followed, panel, act, { elementResize: false, animationFrame: isLoose })
  const stopSizes = onResize([target, panel], act)
  return () => {
    stop()
    stopSizes()
  }
}

/**
 * In the frame after: what moves within an observer's own call ends as an error of the page's, which
 * apps show to people.
 */
function onResize(elements: readonly Element[], act: () => void): () => void {
  let frame = 0
  const sizes = new ResizeObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(act)
  })
  for (const element of elements) sizes.observe(element)
  return () => {
    sizes.disconnect()
    cancelAnimationFrame(frame)
  }
}

/** Whether no part of it lies in the view. */
export function isOutOfView(target: Element): boolean {
  const { left, top, right, bottom } = boxOf(target)
  return right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight
}
