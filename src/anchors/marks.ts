import type { Anchor } from '../vocabulary/evidence.ts'
import { type AttributeMarks, weighAttributes } from './attributes.ts'
import { comparable, comparableNames } from './comparable.ts'
import { isNamed } from './context.ts'
import { isHeldByGiven, isHoldingGiven } from './given-names.ts'
import { isField, kindredRoles } from './kindred.ts'
import { languageOf } from './language.ts'
import type { Look } from './look.ts'
import { isNear } from './near.ts'
import { isOpposite } from './opposites.ts'
import { type Parts, partsOf } from './parts.ts'
import { hasPath, hasSpot } from './path.ts'
import { hostsOf, isOtherPlace, isSamePlace } from './place.ts'
import { titleBefore } from './title.ts'

/** What of a recipe holds for one element. `undefined` where the recipe does not speak of it. */
export interface Marks {
  role: 'same' | 'kindred' | undefined
  name: 'same' | 'other' | 'opposite' | 'unnamed' | undefined
  attributes: AttributeMarks
  readonly within: Parts
  readonly near: boolean | undefined
  readonly path: boolean | undefined
  inside: boolean | undefined
  shadow: boolean | undefined
  /** The label that stands before it. */
  readonly label: boolean | undefined
  /** The title before it. */
  readonly under: boolean | undefined
  /** The same place on the page but for its own tag. */
  readonly spot: boolean | undefined
  /** What the app calls the thing inside it, and the part that holds only it. */
  holds: boolean | undefined
  readonly holder: boolean | undefined
  readonly icon: boolean | undefined
  /** The page gives it no name. */
  readonly isUnnamed: boolean
  /** The page is in another language than the recipe: its words tell nothing. */
  readonly isForeign: boolean
}

/** A field that has lost its name is another one where another label stands before it. */
function unnamedMark(element: Element, { role, name }: Anchor, look: Look): Marks['name'] {
  const label = isField(role) ? look.captionOf(element) : ''
  if (label === '') return 'unnamed'
  return name !== undefined && comparableNames(name).includes(label) ? 'same' : 'other'
}

function nameMark(element: Element, anchor: Anchor, look: Look): Marks['name'] {
  if (anchor.name === undefined) return undefined
  if (isNamed(element, anchor.name, look)) return 'same'
  const actual = look.nameOf(element)
  if (actual === '') return unnamedMark(element, anchor, look)
  return anchor.name.some((name) => isOpposite(name, actual)) ? 'opposite' : 'other'
}

function isCaptioned(element: Element, labels: readonly string[], look: Look): boolean {
  const words = look.nameOf(element)
  const caption = look.captionOf(element)
  const wanted = comparableNames(labels)
  return wanted.includes(caption) || wanted.includes(words)
}

function isPictured(element: Element, icons: readonly string[], look: Look): boolean {
  return look.iconsOf(element).some((icon) => icons.includes(icon))
}

function isTitledBy(element: Element, titles: readonly string[], look: Look): boolean {
  const title = comparable(titleBefore(element, look)?.text ?? '')
  return comparableNames(titles).includes(title)
}

function isForeign(element: Element, { lang }: Anchor): boolean {
  const actual = lang === undefined ? undefined : languageOf(element)
  return actual !== undefined && actual !== lang
}

/**
 * Compares an element with a recipe; undefined where it is ruled out by what is cheap to see: its
 * role, its place, or a name and attributes that both differ.
 */
export function markElement(element: Element, anchor: Anchor, look: Look): Marks | undefined {
  const role = look.roleOf(element)
  const isKindred =
    role !== undefined && anchor.role !== undefined && kindredRoles(anchor.role).includes(role)
  if (anchor.role !== undefined && role !== anchor.role && !isKindred) return undefined
  const places = anchor.inside && look.placesOf(element)
  if (anchor.inside && places && isOtherPlace(anchor.inside, places)) return undefined
  const attributes = weighAttributes(element, anchor)
  const name = nameMark(element, anchor, look)
  const holds = anchor.holds && isHoldingGiven(element, anchor.holds)
  const label = once(() => anchor.label && isCaptioned(element, anchor.label, look))
  const holder = once(
    () => anchor.holder && isHeldByGiven(element, anchor.holder, anchor.role, look),
  )
  const icon = once(() => anchor.icon && isPictured(element, anchor.icon, look))
  if (
    name !== 'same' &&
    attributes.specific + attributes.common === 0 &&
    !holds &&
    !(name === undefined
      ? label() || holder() || icon()
      : name === 'unnamed' && (holder() || icon()))
  )
    return undefined
  const foreign = once(() => isForeign(element, anchor))
  const near = once(() => anchor.near && isNear(element, anchor.near, look))
  const path = once(() => (anchor.path === undefined ? undefined : hasPath(element, anchor.path)))
  const under = once(() => anchor.under && isTitledBy(element, anchor.under, look))
  return {
    role: anchor.role && (isKindred ? 'kindred' : 'same'),
    name,
    attributes,
    within: partsOf(element, anchor.within, look),
    // Only asked for where the rest leaves it open: in a table of a thousand rows it rarely does.
    get near() {
      return near()
    },
    get path() {
      return path()
    },
    inside: anchor.inside && places && isSamePlace(anchor.inside, places),
    shadow: anchor.shadow && anchor.shadow.join() === hostsOf(element).join(),
    get label() {
      return label()
    },
    get under() {
      return under()
    },
    get spot() {
      return anchor.path === undefined ? undefined : hasSpot(element, anchor.path)
    },
    holds,
    get holder() {
      return holder()
    },
    get icon() {
      return icon()
    },
    get isUnnamed() {
      return look.nameOf(element) === ''
    },
    get isForeign() {
      return foreign()
    },
  }
}

function once<Value>(compute: () => Value): () => Value {
  let known: { value: Value } | undefined
  return () => {
    known ??= { value: compute() }
    return known.value
  }
}
