/**
 * Calls `act` once what was drawn is painted: a callback before the second frame comes after the first one's
 * paint, and in a page that is not to be seen there is none. The result calls it off, and is false where
 * it has been called.
 */
export function afterPaint(act: () => void): () => boolean {
  let isDone = false
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      isDone = true
      act()
    })
  })
  return () => {
    cancelAnimationFrame(frame)
    return !isDone
  }
}
