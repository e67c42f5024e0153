import type { Anchor, StableAttribute } from '../vocabulary/evidence.ts'
import { attributeOf, attributeSelector, isRendered, queryAll, type Root } from './dom.ts'
import { isNamed, isWithin } from './heading.ts'
import { isNear } from './near.ts'
import { hasPath } from './path.ts'
import { roleOf, selectorOf } from './role.ts'

/** Below this share of a recipe's weight nothing is pointed at. */
export const CONFIDENCE_MIN = 0.7
/** How far the best element must lie before the next one. */
export const MARGIN_MIN = 0.15

/** How much each piece of evidence tells apart; an id says more than a path that any release moves. */
const WEIGHT = { role: 1, name: 4, within: 2, near: 1.5, path: 0.5 } as const
const ATTRIBUTE_WEIGHT: Partial<Record<StableAttribute, number>> = { type: 0.5, autocomplete: 0.5 }
const ATTRIBUTE_WEIGHT_DEFAULT = 3

/** What came of looking for an anchor. Confidence and margin are shares of 1. */
export type Finding =
  | { state: 'found'; element: Element; confidence: number; margin: number }
  | { state: 'missing' }
  | { state: 'ambiguous'; candidates: number }

/**
 * How well an element fits, as a share of the recipe's weight; 0 where it contradicts it. A role or
 * a surrounding part that does not fit is a contradiction, not a lower mark: an 'Add' in another
 * card is the wrong 'Add'.
 */
export function fitOf(element: Element, anchor: Anchor): number {
  let weight = 0
  let matched = 0
  const count = (share: number, holds: boolean) => {
    weight += share
    if (holds) matched += share
  }
  if (anchor.role !== undefined) {
    if (roleOf(element) !== anchor.role) return 0
    count(WEIGHT.role, true)
  }
  for (const [name, value] of Object.entries(anchor.attributes ?? {}))
    count(
      ATTRIBUTE_WEIGHT[name as StableAttribute] ?? ATTRIBUTE_WEIGHT_DEFAULT,
      attributeOf(element, name) === value,
    )
  if (anchor.name !== undefined) count(WEIGHT.name, isNamed(element, anchor.name))
  for (const part of anchor.within ?? []) {
    if (!isWithin(element, part)) return 0
    count(WEIGHT.within, true)
  }
  if (anchor.near !== undefined) count(WEIGHT.near, isNear(element, anchor.near))
  if (anchor.path !== undefined) count(WEIGHT.path, hasPath(element, anchor.path))
  return matched / weight
}

function candidateSelector(anchor: Anchor): string {
  if (anchor.role !== undefined) return selectorOf(anchor.role)
  const { attributes = {} } = anchor
  const parts = Object.entries(attributes).map(([name, value]) => attributeSelector(name, value))
  return parts.length > 0 ? parts.join(',') : '*'
}

function isInside(element: Element, excluded: Element | undefined): boolean {
  return excluded !== undefined && (excluded === element || excluded.contains(element))
}

/**
 * Finds the one element a recipe describes, among those that are drawn in these roots (`openRoots`).
 * `own` is Handrail's host element, which is no part of the page. Never throws on what a page may do.
 */
export function findAnchor(roots: readonly Root[], anchor: Anchor, own?: Element): Finding {
  const selector = candidateSelector(anchor)
  const fits: { element: Element; fit: number }[] = []
  for (const root of roots)
    for (const element of queryAll(root, selector)) {
      if (isInside(element, own)) continue
      const fit = fitOf(element, anchor)
      if (fit >= CONFIDENCE_MIN - MARGIN_MIN && isRendered(element)) fits.push({ element, fit })
    }
  fits.sort((a, b) => b.fit - a.fit)
  const [best, next] = fits
  if (best === undefined || best.fit < CONFIDENCE_MIN) return { state: 'missing' }
  const margin = best.fit - (next?.fit ?? 0)
  if (margin < MARGIN_MIN)
    return {
      state: 'ambiguous',
      candidates: fits.filter(({ fit }) => best.fit - fit < MARGIN_MIN).length,
    }
  return { state: 'found', element: best.element, confidence: best.fit, margin }
}

/** Whether any drawn element fits the whole recipe: evidence for a screen, where one is as good as two. */
export function isPresent(roots: readonly Root[], anchor: Anchor, own?: Element): boolean {
  const selector = candidateSelector(anchor)
  return roots.some((root) =>
    queryAll(root, selector).some(
      (element) => !isInside(element, own) && fitOf(element, anchor) === 1 && isRendered(element),
    ),
  )
}
