/** Without a frame for so long, in ms, there is none to wait for: the page is hidden, or busy. */
const FRAME_WAIT_MS = 50

/**
 * Calls `act` once, right after the page has drawn its next frame, when its layout is made. The result
 * calls it off.
 */
export function afterFrame(page: Window & typeof globalThis, act: () => void): () => void {
  let isOver = false
  const stop = () => {
    isOver = true
    page.cancelAnimationFrame(frame)
    page.clearTimeout(timer)
  }
  const end = () => {
    if (isOver) return
    stop()
    act()
  }
  const frame = page.requestAnimationFrame(() => {
    // Ahead of the app's own tasks, which would change the page again.
    if (page.scheduler) void page.scheduler.postTask(end, { priority: 'user-blocking' })
    else page.setTimeout(end)
  })
  const timer = page.setTimeout(end, FRAME_WAIT_MS)
  return stop
}
