import { computePosition, flip, hide, offset, shift } from '@floating-ui/dom'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { boxOf, documentOf, isOnPage, isRendered } from '../anchors/dom.ts'
import type { Step } from '../vocabulary/pack.ts'
import { afterFrame } from './after-frame.ts'
import { afterPaint } from './after-paint.ts'
import { isBent } from './bent.ts'
import { choosePlace, overlaps, type Place } from './choose-place.ts'
import { standInCorner } from './corner.ts'
import { isCovered } from './covered.ts'
import { follow as followTarget, isOutOfView } from './follow.ts'

const GAP = 14
const EDGE = 12

/** While the page changes, a place is chosen anew at most this often, in ms: that weighs every control. */
const CHOICE_INTERVAL_MS = 2_000

interface Placed {
  target: Element | undefined
  isInDoubt: boolean
  /** Handrail's own element. */
  host: HTMLElement
  placement: Step['placement']
  /** What the callout must not lie on. Where that leaves no room beside the target it stands in a corner. */
  noCover?: readonly Element[]
  /** Speaks of a control in a frame, which it must not stand on. */
  isForFrame?: boolean
  onFault: (error: unknown) => void
  /** In a frame: told where the callout fits nowhere beside its target. */
  onNoRoom?: (() => void) | undefined
  /** Told once for each target: it is painted and in view. */
  onShown: () => void
}

/**
 * Keeps a callout beside its target, and a ring around it, through scrolling and layout. While the
 * target is out of view or covered there is no ring and `isOut` is true: nothing points at what is
 * not the target. Nor is there a ring while it is in doubt; the callout then stays where it is.
 * `isAside`: it stands in a corner though the target is in view.
 */
export function usePosition({
  target,
  isInDoubt,
  host,
  placement,
  noCover = [],
  isForFrame = false,
  onFault,
  onNoRoom,
  onShown,
}: Placed) {
  const callout = useRef<HTMLElement>(null)
  const ring = useRef<HTMLDivElement>(null)
  const shown = useRef(onShown)
  const again = useRef<(() => void) | undefined>(undefined)
  const [isOut, setOut] = useState(false)
  const [isAside, setAside] = useState(false)
  const zones = useRef(noCover)
  zones.current = noCover
  shown.current = onShown
  const noRoom = useRef(onNoRoom)
  noRoom.current = onNoRoom
  const doubt = useRef(isInDoubt)
  doubt.current = isInDoubt
  const fault = useRef(onFault)
  fault.current = onFault

  useLayoutEffect(() => {
    const panel = callout.current
    if (panel === null) return
    const zonesNow = () => zones.current.filter(isRendered).map(boxOf)
    const toCorner = () => standInCorner(panel, zonesNow(), isForFrame)
    let telling: (() => boolean) | undefined
    /** Told once; what goes out of view, or away, before it was painted was never shown. */
    const tell = (isSeen: boolean) => {
      if (isSeen) telling ??= afterPaint(() => shown.current())
      else if (telling?.() !== false) telling = undefined
    }
    if (target === undefined) {
      again.current = () => tell(toCorner())
      again.current()
      return () => {
        again.current = undefined
        telling?.()
      }
    }
    let isOver = false
    const isLoose = isBent(target)
    let chosen: Place | undefined
    let chosenAt = Number.NEGATIVE_INFINITY
    let isChoiceDue = true
    let choosing: ReturnType<typeof setTimeout> | undefined
    let stopFrame = () => {}
    const place = async () => {
      // Drawn anew by the page, most often: the next look tells, and until then the panel stays.
      if (!isOnPage(target)) return encircle(ring.current, target, true)
      if (chosen === undefined || isChoiceDue) {
        if (noRoom.current && !hasRoom(target, panel)) return noRoom.current()
        chosen = choose(target, placement, panel, chosen, zonesNow())
        chosenAt = performance.now()
        isChoiceDue = false
        clearTimeout(choosing)
        choosing = undefined
      }
      const { side, reference } = chosen
      const beside = {
        getBoundingClientRect: reference,
        ...(!isLoose && { contextElement: target }),
      }
      const { x, y, middlewareData } = await computePosition(beside, panel, {
        strategy: 'fixed',
        placement: side,
        middleware: [
          offset(GAP),
          // Along its side `shift` keeps it in view: running over the edge there is no reason to flip.
          flip({ crossAxis: false, fallbackAxisSideDirection: 'start' }),
          shift({ padding: EDGE }),
          ...(isLoose ? [] : [hide()]),
        ],
      })
      if (isOver) return
      const isHidden =
        middlewareData.hide?.referenceHidden || isOutOfView(target) || isCovered(target, host)
      setOut(isHidden)
      const at = new DOMRect(x, y, panel.offsetWidth, panel.offsetHeight)
      const isOverZone = !isHidden && zonesNow().some((zone) => overlaps(zone, at))
      setAside(isOverZone)
      const isInCorner = isHidden || isOverZone
      panel.style.transform = isInCorner ? '' : `translate(${Math.round(x)}px, ${Math.round(y)}px)`
      if (!isInCorner) panel.style.visibility = 'visible'
      const isShown = !isInCorner || toCorner()
      encircle(ring.current, target, isHidden || doubt.current)
      tell(!isHidden && isShown)
    }
    const follow = () => void place().catch((error) => fault.current(error))
    const chooseAnew = () => {
      choosing = undefined
      isChoiceDue = true
      follow()
    }
    const chooseSoon = () => {
      stopFrame = afterFrame(window, chooseAnew)
    }
    again.current = () => {
      const rest = chosenAt + CHOICE_INTERVAL_MS - performance.now()
      // In a task of its own, on a page that is laid out: it asks for the place of every control.
      if (chosen !== undefined) choosing ??= setTimeout(chooseSoon, Math.max(0, rest))
      follow()
    }
    const stop = followTarget(target, panel, follow)
    const stopFocus = onFocusUnder(panel, chooseAnew)
    return () => {
      stopFocus()
      isOver = true
      telling?.()
      clearTimeout(choosing)
      stopFrame()
      again.current = undefined
      stop()
    }
  }, [target, host, placement, isForFrame])
  // The page has changed, or it would not be drawn anew: something may cover the target now, or
  // controls may have come up under the callout.
  useLayoutEffect(() => again.current?.())

  return { callout, ring, isOut, isAside }
}

/** Below a callout in the corner stands the launcher, or nothing, in px. */
const CORNER_BELOW = 72

function hasRoom(target: Element, panel: HTMLElement): boolean {
  const { offsetWidth: width, offsetHeight: height } = panel
  if (height + CORNER_BELOW > innerHeight) return false
  return isOutOfView(target) || choosePlace(target, { width, height }, GAP) !== undefined
}

/** Not chosen anew while the page scrolls: a callout that changes sides is hard to read. */
function choose(
  target: Element,
  placement: Step['placement'],
  panel: HTMLElement,
  present: Place | undefined,
  noCover: readonly DOMRect[],
): Place {
  const size = { width: panel.offsetWidth, height: panel.offsetHeight }
  const place =
    placement === 'auto' ? choosePlace(target, size, GAP, present, undefined, noCover) : undefined
  return (
    place ?? {
      side: placement === 'auto' ? 'bottom' : placement,
      reference: () => boxOf(target),
    }
  )
}

function encircle(ring: HTMLElement | null, target: Element, isOut: boolean): void {
  if (ring === null) return
  const { left, top, width, height } = boxOf(target)
  const room = 4
  ring.style.visibility = isOut ? 'hidden' : 'visible'
  ring.style.transform = `translate(${left - room}px, ${top - room}px)`
  ring.style.width = `${width + 2 * room}px`
  ring.style.height = `${height + 2 * room}px`
}

/** Calls `act` when the focus comes to a control of the page that the panel lies on: WCAG 2.4.11. */
function onFocusUnder(panel: HTMLElement, act: () => void): () => void {
  const document = documentOf(panel)
  const stop = new AbortController()
  const focused = ({ target }: Event) => {
    if (target instanceof Element && overlaps(boxOf(target), boxOf(panel))) act()
  }
  document.addEventListener('focusin', focused, {
    capture: true,
    passive: true,
    signal: stop.signal,
  })
  return () => stop.abort()
}
