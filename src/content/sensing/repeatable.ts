import {
  attributeOf,
  enclosing,
  holdsMatch,
  holdsMore,
  isMatch,
  queryAll,
} from '../../anchors/dom.ts'

/** How far up the markers are looked for: a calendar's own parts, not the page it stands on. */
const HOLDERS_MAX = 6
const MARKED =
  '[role=spinbutton],[role=slider],[role=scrollbar],[role=grid],[role=gridcell],[type=number],[type=range],[rel~=next],[rel~=prev],[aria-roledescription=carousel]'
/** Names that component libraries give these parts in classes and ids; not words of the page. */
const CLASS_HINT =
  /calendar|date-?picker|flatpickr|time-?picker|number-?input|input-?number|stepper|carousel|swiper|paginat|pager|zoom|increment|decrement/i
/** Accessible names of pagers, ± and zoom, in English (posthog-js `rageclick.ts`). */
const NAME_HINT =
  /^\s*(next|prev|zoom|increase|decrease|increment|decrement|plus|minus|[-+−<>‹›«»])/i

const hasHint = (element: Element) =>
  CLASS_HINT.test(`${attributeOf(element, 'class') ?? ''} ${attributeOf(element, 'id') ?? ''}`)

/** A button beside a number field, in a box that holds little else. */
export function isStepper(control: Element): boolean {
  if (attributeOf(control, 'type') === 'submit') return false
  const box = enclosing(control)
  return [box, box && enclosing(box)].some(
    (around) =>
      around !== null &&
      // Of most boxes these tell it, without a walk through all of a page.
      !holdsMore(around, 'button', 2) &&
      !holdsMore(around, 'input', 1) &&
      holdsMatch(around, '[type=number],[role=spinbutton]') &&
      queryAll(around, 'input,select,textarea,[role=spinbutton]').length === 1 &&
      queryAll(around, 'button,[role=button]').length <= 2,
  )
}

/** Whether quick presses on a control are how it is meant to be used. Reads attributes only. */
export function isRepeatable(control: Element): boolean {
  if (NAME_HINT.test(attributeOf(control, 'aria-label') ?? '')) return true
  let holder: Element | null = control
  for (let depth = 0; holder !== null && depth < HOLDERS_MAX; depth += 1) {
    if (isMatch(holder, MARKED) || hasHint(holder)) return true
    holder = enclosing(holder)
  }
  return isStepper(control)
}
