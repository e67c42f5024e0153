import { useEffect, useState } from 'preact/hooks'
import { boxOf, isOnPage } from '../../anchors/dom.ts'

const SAME = (a: DOMRect, b: DOMRect) =>
  a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height

/** A ring around an element that follows it wherever the page takes it. */
export function Ring({ element }: { element: Element }) {
  const [box, setBox] = useState(() => boxOf(element))
  useEffect(() => {
    let frame = 0
    const follow = () => {
      const now = boxOf(element)
      setBox((before) => (SAME(before, now) ? before : now))
      frame = requestAnimationFrame(follow)
    }
    follow()
    return () => cancelAnimationFrame(frame)
  }, [element])
  if (!isOnPage(element)) return null
  return (
    <div
      class="ring still"
      data-testid="part-ring"
      style={{
        transform: `translate(${box.left}px, ${box.top}px)`,
        width: `${box.width}px`,
        height: `${box.height}px`,
      }}
    />
  )
}
