import type { Anchor } from '../vocabulary/evidence.ts'
import { isAcceptable } from './accept.ts'
import { candidatesOf } from './candidates.ts'
import { attributeOf, isRendered, type Root } from './dom.ts'
import { isOfFrame } from './frame.ts'
import { createLook, type Look } from './look.ts'
import { type Marks, markElement } from './marks.ts'
import { weigh } from './weigh.ts'

/** Below this share of a recipe's weight nothing is pointed at. */
export const CONFIDENCE_MIN = 0.5
/** How far the best element must lie before the next one. */
export const MARGIN_MIN = 0.25
/** A recipe that fits so many elements tells nothing: no more are looked at. */
const FITS_MAX = 64
/** What the margin is a share of: the points of a role and a name. */
const MARGIN_POINTS = 5

/** What came of looking for an anchor. Confidence and margin are shares of 1. */
export type Finding =
  | { state: 'found'; element: Element; confidence: number; margin: number }
  | { state: 'missing' }
  | { state: 'ambiguous'; candidates: number }

interface Fit {
  element: Element
  marks: Marks
  points: number
  confidence: number
}

function lookAt(where: Look | readonly Root[], own: Element | undefined): Look {
  return 'withName' in where ? where : createLook(where, own)
}

/**
 * The elements that may be what the recipe describes, drawn or not, in no order. `bend` puts other
 * marks in place of those that the page gives.
 */
export function acceptedBy(
  anchor: Anchor,
  look: Look,
  bend: (marks: Marks) => Marks = (marks) => marks,
): Fit[] {
  if (!isOfFrame(anchor, look)) return []
  const fits: Fit[] = []
  for (const element of candidatesOf(anchor, look)) {
    if (fits.length >= FITS_MAX) break
    const seen = markElement(element, anchor, look)
    if (seen === undefined) continue
    const marks = bend(seen)
    if (!isAcceptable(anchor, marks)) continue
    const { points, total } = weigh(marks)
    if (points / total >= CONFIDENCE_MIN)
      fits.push({ element, marks, points, confidence: points / total })
  }
  return fits
}

const partsOf = ({ marks }: Fit) => marks.within.all().filter(Boolean).length

/**
 * Whether a better weight does not settle which of two it is: one bears the name and the other the
 * id, or both bear the app's own mark in the same parts of the page, and only what stands around
 * them differs.
 */
function isDisputed(best: Fit, other: Fit): boolean {
  const { specific } = best.marks.attributes
  if (other.marks.name === 'same' && best.marks.name !== 'same') return true
  if (other.marks.attributes.specific > specific) return true
  return (
    specific > 0 && other.marks.attributes.specific === specific && partsOf(other) >= partsOf(best)
  )
}

/**
 * Finds the one element a recipe describes, among those that are drawn. `where` is a look that the
 * finds of one moment share, or the roots to begin one with (`openRoots`); `own` is then Handrail's
 * host element, which is no part of the page. Never throws on what a page may do.
 */
export function findAnchor(where: Look | readonly Root[], anchor: Anchor, own?: Element): Finding {
  const accepted = acceptedBy(anchor, lookAt(where, own))
  if (accepted.length >= FITS_MAX) return { state: 'ambiguous', candidates: accepted.length }
  const fits = accepted
    .filter(({ element }) => isRendered(element))
    .sort((a, b) => b.points - a.points)
  const [best, next] = fits
  if (best === undefined) return { state: 'missing' }
  const marginTo = (fit: Fit | undefined) =>
    Math.min(1, (best.points - (fit?.points ?? 0)) / MARGIN_POINTS)
  const rivals = fits.filter((fit) => marginTo(fit) < MARGIN_MIN || isDisputed(best, fit))
  if (rivals.length > 1) return { state: 'ambiguous', candidates: rivals.length }
  const margin = marginTo(next)
  return { state: 'found', element: best.element, confidence: best.confidence, margin }
}

function isWhole(element: Element, anchor: Anchor, marks: Marks | undefined): boolean {
  return (
    marks !== undefined &&
    marks.role !== 'kindred' &&
    (marks.name === undefined || marks.name === 'same') &&
    Object.entries(anchor.attributes ?? {}).every(
      ([name, value]) => attributeOf(element, name) === value,
    ) &&
    marks.within.all().every(Boolean) &&
    ![marks.near, marks.path, marks.shadow].includes(false)
  )
}

/** Whether any drawn element fits the whole recipe: evidence for a screen, where one is as good as two. */
export function isPresent(where: Look | readonly Root[], anchor: Anchor, own?: Element): boolean {
  const look = lookAt(where, own)
  if (!isOfFrame(anchor, look)) return false
  for (const element of candidatesOf(anchor, look, true))
    if (isWhole(element, anchor, markElement(element, anchor, look)) && isRendered(element))
      return true
  return false
}
