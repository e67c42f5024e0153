import {
  attributeOf,
  enclosing,
  hostOf,
  isFollowedBy,
  isHolding,
  isMatch,
  isRendered,
  parentOf,
  rootOf,
  selfAndAncestors,
  tagOf,
} from './dom.ts'
import type { Look } from './look.ts'

function levelOf(heading: Element): number {
  const level = Number(attributeOf(heading, 'aria-level') ?? tagOf(heading).replace(/^H/, ''))
  return level >= 1 && level <= 6 ? level : 2
}

const levels = new WeakMap<readonly Element[], readonly number[]>()

/** The levels of headings, once for each list: lists are made anew where a heading has changed. */
function levelsOf(headings: readonly Element[]): readonly number[] {
  let found = levels.get(headings)
  if (found === undefined) {
    found = headings.map(levelOf)
    levels.set(headings, found)
  }
  return found
}

/** How many of the headings stand before the element. They come in document order. */
function countBefore(headings: readonly Element[], element: Element): number {
  let low = 0
  let high = headings.length
  while (low < high) {
    const middle = (low + high) >> 1
    const heading = headings[middle]
    if (heading && heading !== element && isFollowedBy(heading, element)) low = middle + 1
    else high = middle
  }
  return low
}

/** Parts that a heading of their own governs, and nothing after them. */
const CLOSED =
  'section,article,form,fieldset,aside,nav,dialog,[role=region],[role=dialog],[role=form]'

/** Whether two blocks beside each other are cards of one kind: what heads one says nothing of the next. */
function areTwins(one: Element, other: Element): boolean {
  const kind = attributeOf(one, 'class')
  return !!kind && tagOf(one) === tagOf(other) && kind === attributeOf(other, 'class')
}

function branchOf(around: Element, element: Element): Element | undefined {
  for (const at of selfAndAncestors(element)) if (enclosing(at) === around) return at
  return undefined
}

/**
 * Whether what holds both is a part of the page, and the heading does not lie in a part of its own
 * beside the element's. The whole page counts only where the heading stands in it directly, as in
 * old plain pages.
 */
function isGoverning(heading: Element, element: Element): boolean {
  let around = enclosing(heading)
  let branch = heading
  while (around !== null && !isHolding(around, element)) {
    if (isMatch(around, CLOSED)) return false
    branch = around
    around = enclosing(around)
  }
  const beside = around === null ? undefined : branchOf(around, element)
  if (beside !== undefined && branch !== heading && areTwins(branch, beside)) return false
  if (around === null || !/^(BODY|HTML)$/.test(tagOf(around))) return true
  return parentOf(heading) === around
}

/**
 * The headings that govern an element, from the inside out: each stands before it, with no drawn
 * heading of the same or a higher level between. Out of a shadow root it goes on with the host's.
 */
export function* headingsOver(element: Element, look: Look): Generator<Element> {
  let between = 7
  for (let at: Element | undefined = element; at !== undefined; ) {
    const root = rootOf(at)
    if (root === undefined) return
    const headings = look.headingsOf(root)
    const levels = levelsOf(headings)
    for (let index = countBefore(headings, at) - 1; index >= 0 && between > 1; index--) {
      const heading = headings[index]
      const level = levels[index] ?? between
      if (heading === undefined || level >= between || !isRendered(heading)) continue
      between = level
      if (isGoverning(heading, at)) yield heading
    }
    at = hostOf(root)
  }
}
