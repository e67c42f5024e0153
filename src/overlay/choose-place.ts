import { boxOf, documentOf, htmlOf, isHolding, isMatch, selfAndAncestors } from '../anchors/dom.ts'
import { controlsInView } from './controls-in-view.ts'

export type Side = 'top' | 'bottom' | 'left' | 'right'

export interface Place {
  side: Side
  /** What the callout stands beside: the target, or the form around it at the target's height. */
  reference: () => DOMRect
}

interface Size {
  width: number
  height: number
}

const PANELS = 'form,dialog,[role=dialog],aside,[role=complementary]'
/** Below these a list of choices or results comes up once they are used. */
const LISTING = 'select,input[type=search],[role=searchbox],[role=combobox],[aria-haspopup=listbox]'
/** The height of such a list, in px: about six rows. */
const LIST_HEIGHT = 240
/** A covered control weighs as much as this many px of distance; one of the same form, more. */
const CONTROL_PX = 300
const FORM_CONTROL_PX = 2000
/** Whoever works by keyboard has to see where they are: WCAG 2.4.11. */
const FOCUSED_PX = 20_000
/** Moving under a reader's eyes has to spare more than one control. */
const STAY_PX = 450
const SIDES: readonly Side[] = ['bottom', 'right', 'left', 'top']

/** Where a panel of a size lies at a place, before it is fitted into the view. */
function besideRect(near: DOMRect, side: Side, { width, height }: Size, gap: number): DOMRect {
  const middleX = near.x + near.width / 2 - width / 2
  const middleY = near.y + near.height / 2 - height / 2
  if (side === 'top') return new DOMRect(middleX, near.top - gap - height, width, height)
  if (side === 'bottom') return new DOMRect(middleX, near.bottom + gap, width, height)
  if (side === 'left') return new DOMRect(near.left - gap - width, middleY, width, height)
  return new DOMRect(near.right + gap, middleY, width, height)
}

/** Along its side a callout may be shifted to stay in view; across it, it has to fit. */
function fitted(rect: DOMRect, side: Side, view: Size): DOMRect | undefined {
  const clamp = (at: number, size: number, room: number) => Math.min(Math.max(at, 0), room - size)
  const isLengthwise = side === 'top' || side === 'bottom'
  const x = isLengthwise ? clamp(rect.x, rect.width, view.width) : rect.x
  const y = isLengthwise ? rect.y : clamp(rect.y, rect.height, view.height)
  const fits = x >= 0 && y >= 0 && x + rect.width <= view.width && y + rect.height <= view.height
  return fits ? new DOMRect(x, y, rect.width, rect.height) : undefined
}

export function overlaps(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

/** How much of a control is covered: its share, and all of it where its middle is, which people press. */
function coveredShare(by: DOMRect, control: DOMRect): number {
  const { left, right, top, bottom, width, height } = control
  const isAcross = by.left < (left + right) / 2 && by.right > (left + right) / 2
  if (isAcross && by.top < (top + bottom) / 2 && by.bottom > (top + bottom) / 2) return 1
  const across = Math.min(by.right, right) - Math.max(by.left, left)
  const down = Math.min(by.bottom, bottom) - Math.max(by.top, top)
  return across > 0 && down > 0 ? (across * down) / (width * height) : 0
}

function listBelow(target: Element): DOMRect {
  const { x, bottom, width } = boxOf(target)
  return new DOMRect(x, bottom, width, LIST_HEIGHT)
}

/** The form or side panel around the target, where it leaves room on the page beside it. */
function panelAround(target: Element, view: Size): Element | undefined {
  for (const around of selfAndAncestors(target))
    if (around !== target && isMatch(around, PANELS)) {
      const { width } = boxOf(around)
      return width < view.width * 0.7 ? around : undefined
    }
  return undefined
}

function weightOf(control: Element, panel: Element | undefined): number {
  if (isMatch(control, ':focus')) return FOCUSED_PX
  return panel && isHolding(panel, control) ? FORM_CONTROL_PX : CONTROL_PX
}

function viewSize(document: Document): Size {
  return { width: htmlOf(document)?.clientWidth ?? 0, height: innerHeight }
}

/** Where a panel lies at a place now; undefined where it does not fit the view. */
export function rectAt(place: Place, size: Size, gap: number, of: Document): DOMRect | undefined {
  return fitted(besideRect(place.reference(), place.side, size, gap), place.side, viewSize(of))
}

/**
 * The place beside a target that covers the fewest of the page's controls, those of the same form
 * and the target's own list above all since they come next; of those places, the nearest;
 * `undefined` where none fits. The `present` place is kept unless another is clearly better by now.
 * `keepClear`: no place that lies on one of these, nor where the target's own list could come up.
 * `noCover`: no place that lies on one of these.
 */
export function choosePlace(
  target: Element,
  size: Size,
  gap: number,
  present?: Place,
  keepClear?: readonly DOMRect[],
  noCover: readonly DOMRect[] = [],
): Place | undefined {
  const document = documentOf(target)
  const view = viewSize(document)
  const at = boxOf(target)
  const panel = panelAround(target, view)
  const besideTarget = () => boxOf(target)
  const besidePanel = () => {
    const { x, width } = boxOf(panel ?? target)
    const { y, height } = boxOf(target)
    return new DOMRect(x, y, width, height)
  }
  const places: Place[] = SIDES.map((side) => ({ side, reference: besideTarget }))
  if (panel)
    for (const side of ['left', 'right'] as const) places.push({ side, reference: besidePanel })

  const controls: { rect: DOMRect; px: number }[] = []
  const html = htmlOf(document)
  // All places are in view.
  for (const { element, rect } of html ? controlsInView(html, view) : [])
    if (!isHolding(element, target)) controls.push({ rect, px: weightOf(element, panel) })
  if (isMatch(target, LISTING)) controls.push({ rect: listBelow(target), px: FORM_CONTROL_PX })
  const barred = [...noCover, ...(keepClear ? [listBelow(target), ...keepClear] : [])]

  const costOf = ({ side, reference }: Place): number => {
    const rect = fitted(besideRect(reference(), side, size, gap), side, view)
    if (rect === undefined || overlaps(rect, at) || barred.some((bar) => overlaps(rect, bar)))
      return Number.POSITIVE_INFINITY
    const away = Math.hypot(
      rect.x + rect.width / 2 - (at.x + at.width / 2),
      rect.y + rect.height / 2 - (at.y + at.height / 2),
    )
    return controls.reduce((sum, { rect: control, px }) => {
      // Who works by keyboard has to see all of it.
      const share =
        px === FOCUSED_PX ? Number(overlaps(rect, control)) : coveredShare(rect, control)
      return sum + px * share
    }, away)
  }
  const costs = places.map(costOf)
  const least = Math.min(...costs)
  if (present && costOf(present) < least + STAY_PX) return present
  return least === Number.POSITIVE_INFINITY ? undefined : places[costs.indexOf(least)]
}
