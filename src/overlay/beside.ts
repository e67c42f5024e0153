import { useLayoutEffect, useRef } from 'preact/hooks'
import { boxOf, documentOf, isHolding, isOnPage, isRendered, queryAll } from '../anchors/dom.ts'
import { choosePlace, overlaps, type Place, rectAt } from './choose-place.ts'
import { isCovered } from './covered.ts'
import { follow, isOutOfView } from './follow.ts'

/** What an app brings up for a field: its suggestions, its choices, its own tips. */
const LISTS = '[role~="listbox"],[role~="option"],[role~="menu"],[role~="tooltip"],datalist'

/** From the edge of the view, in px. */
const EDGE = 8

interface Options {
  target: Element
  /** Handrail's own element. */
  host: HTMLElement
  /** Between the target and the panel, in px. */
  gap: number
  /** Rather shows nothing than lies on a list of the app's, or where the target's own could come up. */
  isYielding: boolean
  onFault: (error: unknown) => void
}

/** Along its side it keeps off the view's edges, where there is room. */
function withinEdges({ x, y, width, height }: DOMRect, place: Place | undefined): string {
  const clamp = (at: number, size: number, room: number) =>
    size + 2 * EDGE > room ? at : Math.min(Math.max(at, EDGE), room - size - EDGE)
  const isLengthwise = place?.side === 'top' || place?.side === 'bottom'
  const left = isLengthwise ? clamp(x, width, innerWidth) : x
  const top = isLengthwise ? y : clamp(y, height, innerHeight)
  return `translate(${Math.round(left)}px, ${Math.round(top)}px)`
}

function listsAround(target: Element): DOMRect[] {
  return queryAll(documentOf(target), LISTS)
    .filter((list) => !isHolding(list, target) && isRendered(list))
    .map(boxOf)
}

/**
 * Keeps a small panel beside a target. It is hidden while the target is out of view or covered, and
 * where there is no room for it; one that does not yield stands in the corner then.
 */
export function useBeside({ target, host, gap, isYielding, onFault }: Options) {
  const panel = useRef<HTMLElement>(null)
  const again = useRef<(() => void) | undefined>(undefined)
  const fault = useRef(onFault)
  fault.current = onFault

  useLayoutEffect(() => {
    const box = panel.current
    if (box === null) return
    let place: Place | undefined
    const document = documentOf(target)

    function rectNow(isNew: boolean): DOMRect | undefined {
      const size = { width: box?.offsetWidth ?? 0, height: box?.offsetHeight ?? 0 }
      const lists = isYielding ? listsAround(target) : undefined
      const isKept = (rect: DOMRect | undefined) =>
        rect !== undefined && !lists?.some((list) => overlaps(list, rect))
      let rect = place && rectAt(place, size, gap, document)
      if (isNew || !isKept(rect)) {
        place = choosePlace(target, size, gap, place, lists)
        rect = place && rectAt(place, size, gap, document)
      }
      return isKept(rect) ? rect : undefined
    }
    function put(isNew: boolean): void {
      if (box === null) return
      const isAway = !isOnPage(target) || isOutOfView(target) || isCovered(target, host)
      const rect = isAway ? undefined : rectNow(isNew)
      box.classList.toggle('corner', rect === undefined && !isYielding && !isAway)
      box.style.visibility = isAway || (rect === undefined && isYielding) ? 'hidden' : 'visible'
      box.style.transform = rect ? withinEdges(rect, place) : ''
    }
    const guarded = (isNew: boolean) => {
      try {
        put(isNew)
      } catch (error) {
        fault.current(error)
      }
    }
    again.current = () => guarded(true)
    const stop = follow(target, box, () => guarded(false))
    return () => {
      again.current = undefined
      stop()
    }
  }, [target, host, gap, isYielding])
  // The page has changed, or it would not be drawn anew.
  useLayoutEffect(() => again.current?.())

  return panel
}
