import { autoUpdate, computePosition, flip, hide, offset, shift } from '@floating-ui/dom'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Step } from '../vocabulary/pack.ts'

const GAP = 14
const EDGE = 12

interface Placed {
  target: Element | undefined
  placement: Step['placement']
  /** Told once for each target: it is painted and in view. */
  onShown: () => void
}

/**
 * Keeps a callout beside its target, and a ring around it, through scrolling and layout. While the
 * target is out of view there is no ring and `isOut` is true, so that nothing points at empty space.
 */
export function usePosition({ target, placement, onShown }: Placed) {
  const callout = useRef<HTMLElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const shown = useRef(onShown)
  const [isOut, setOut] = useState(false)
  shown.current = onShown

  useLayoutEffect(() => {
    const panel = callout.current
    if (panel === null) return
    if (target === undefined) {
      const frame = requestAnimationFrame(() => shown.current())
      return () => cancelAnimationFrame(frame)
    }
    let isToldOf = false
    const place = async () => {
      const side = placement === 'auto' ? 'bottom' : placement
      const { x, y, middlewareData } = await computePosition(target, panel, {
        strategy: 'fixed',
        placement: side,
        middleware: [
          offset(GAP),
          flip({ padding: EDGE, fallbackAxisSideDirection: 'start' }),
          shift({ padding: EDGE, crossAxis: placement === 'auto' }),
          hide(),
        ],
      })
      const isHidden = middlewareData.hide?.referenceHidden ?? false
      setOut(isHidden)
      panel.style.transform = isHidden ? '' : `translate(${Math.round(x)}px, ${Math.round(y)}px)`
      panel.style.visibility = 'visible'
      encircle(ring.current, target, isHidden)
      if (!isHidden && !isToldOf) {
        isToldOf = true
        requestAnimationFrame(() => requestAnimationFrame(() => shown.current()))
      }
    }
    return autoUpdate(target, panel, () => void place(), { layoutShift: true })
  }, [target, placement])

  return { callout, ring, isOut }
}

function encircle(ring: HTMLElement | null, target: Element, isOut: boolean): void {
  if (ring === null) return
  const { left, top, width, height } = target.getBoundingClientRect()
  const room = 4
  ring.style.visibility = isOut ? 'hidden' : 'visible'
  ring.style.transform = `translate(${left - room}px, ${top - room}px)`
  ring.style.width = `${width + 2 * room}px`
  ring.style.height = `${height + 2 * room}px`
}
