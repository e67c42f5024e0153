import * as v from 'valibot'
import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { type Anchor, anchorSchema } from '../vocabulary/evidence.ts'
import { accessibleName } from './accessible-name.ts'
import { createDataSight, type DataSight } from './data-sight.ts'
import { isElement, isRendered, type Root, rootOf } from './dom.ts'
import { explainAnchor } from './explain.ts'
import { acceptedBy, type Finding, findAnchor } from './find.ts'
import { isShape } from './icon.ts'
import { languageOf } from './language.ts'
import { createLook, type Look } from './look.ts'
import type { Marks } from './marks.ts'
import { pathOf } from './path.ts'
import { hostsOf } from './place.ts'
import { recordAttributes } from './record-attributes.ts'
import { recordContext } from './record-context.ts'
import { recordFrame } from './record-frame.ts'
import { recordGivenNames } from './record-given-names.ts'
import { recordLabel } from './record-label.ts'
import { recordNear } from './record-near.ts'
import { recordTitle } from './record-title.ts'
import { isSpecificName } from './specific.ts'
import { isStableValue } from './stable-value.ts'

/** A recipe that was tried on the page and found the element, or why there is none. */
export type Recording =
  | {
      ok: true
      anchor: Anchor
      /** Sentences for the author: what it goes by, then what was left out and why. */
      explanation: string[]
      finding: Finding & { state: 'found' }
    }
  | { ok: false; message: string }

const NAMELESS = {
  data: 'Its only name looks like a person’s data, and the app gives it no lasting mark of its own.',
  none: 'It has no name that assistive technology could read, and no lasting mark of its own.',
} as const

/** What is pressed shows a picture for a name; of other things a picture is their contents. */
const PICTURED: ReadonlySet<AriaRole | undefined> = new Set<AriaRole>([
  'button',
  'generic',
  'link',
  'menuitem',
  'option',
  'switch',
  'tab',
])

interface Draft {
  whole: Anchor
  /** The title before it, for look-alikes that nothing else tells apart. */
  under: string[] | undefined
  notes: string[]
  isNameData: boolean
}

function draftAnchor(element: Element, look: Look, data: DataSight): Draft {
  const notes: string[] = []
  const own = data.nameable(element, accessibleName(element))
  const isNameData = own === undefined && accessibleName(element) !== ''
  if (isNameData) notes.push('Its name looks like a person’s data and was left out.')
  const { within, isDataLeftOut } = recordContext(element, look, data)
  if (isDataLeftOut) notes.push('A heading or part above it looks like data and was left out.')
  if (data.isInDataRow(element))
    notes.push('It stands in a row of data: with other rows it may not be told apart.')
  // What is its own in a row of data is the row's, and another row tomorrow.
  const attributes = data.isInDataRow(element) ? {} : recordAttributes(element, look, data)
  const role = look.roleOf(element)
  const near = recordNear(element, look, data)
  const lang = languageOf(element)
  const shadow = hostsOf(element)
  const given = data.isInDataRow(element) ? {} : recordGivenNames(element, role, look, data)
  const label = recordLabel(element, look, data)
  const icon = (PICTURED.has(role) ? look.iconsOf(element) : []).filter(
    (name) => isShape(name) || (isStableValue(name) && !data.isData(name.replaceAll('-', ' '))),
  )
  const frame = recordFrame(look)
  const whole: Anchor = {
    ...(role && { role }),
    ...(own && { name: own.name }),
    ...(label && { label }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...given,
    ...(icon.length > 0 && { icon }),
    ...(within.length > 0 && { within }),
    ...(near && { near }),
    path: pathOf(element),
    inside: [...look.placesOf(element)].sort(),
    ...(shadow.length > 0 && { shadow }),
    ...(frame && { frame }),
    ...(lang && { lang }),
  }
  return {
    whole: withoutInvalid(whole),
    under: recordTitle(element, look, data),
    notes,
    isNameData,
  }
}

const PIECES = [
  'path',
  'shadow',
  'frame',
  'near',
  'within',
  'icon',
  'holder',
  'holds',
  'label',
  'attributes',
  'name',
] as const

/** Leaves out what the format has no room for: a path of a thousand siblings, a host's odd tag. */
function withoutInvalid(anchor: Anchor): Anchor {
  const fit = { ...anchor }
  for (const key of PIECES) {
    const { [key]: piece } = fit
    if (piece === undefined) continue
    const alone = { name: ['x'], [key]: piece }
    if (!v.is(anchorSchema, alone)) delete fit[key]
  }
  return fit
}

/**
 * The recipes to try, the forgiving one first. A neighbour goes along as one more thing that holds,
 * never as what tells two apart: with a common name it is left out, since it comes and goes.
 */
function recipesOf({ whole, under }: Draft): Anchor[] {
  const { near, ...alone } = whole
  const isPlain = !whole.name?.some(isSpecificName) && whole.attributes === undefined
  const { label, ...unlabelled } = isPlain ? alone : whole
  const isNeeded = label !== undefined && whole.name !== undefined
  return [
    ...(isNeeded ? [unlabelled] : []),
    isPlain ? alone : whole,
    ...(isNeeded ? [{ ...unlabelled, exact: true as const }] : []),
    { ...alone, exact: true },
    ...(under ? [{ ...alone, under, exact: true as const }] : []),
  ]
}

/** As if everything around an element had come to fit: neighbours go, and places in a list close up. */
function atWorst(marks: Marks): Marks {
  const bent = (mark: boolean | undefined) => (mark === undefined ? undefined : true)
  return { ...marks, near: bent(marks.near), path: bent(marks.path) }
}

/** The drawn elements that a recipe could take for this one, on this page or a day later. */
function rivalsOf(anchor: Anchor, element: Element, look: Look): Element[] {
  return acceptedBy(anchor, look, atWorst)
    .map((fit) => fit.element)
    .filter((other) => other !== element && isRendered(other))
}

function verify(
  anchor: Anchor,
  element: Element,
  look: Look,
): (Finding & { state: 'found' }) | undefined {
  // More than a margin: on another day the element is gone and the next best is still there.
  if (rivalsOf(anchor, element, look).length > 0) return undefined
  const finding = findAnchor(look, anchor)
  return finding.state === 'found' && finding.element === element ? finding : undefined
}

function refusal(element: Element, look: Look, { whole, isNameData }: Draft): string {
  if (!v.is(anchorSchema, whole)) return isNameData ? NAMELESS.data : NAMELESS.none
  const alike = rivalsOf(whole, element, look).length
  return alike > 0
    ? `It can’t be told from ${alike === 1 ? 'another that looks' : `${alike} others that look`} the same: same name, same heading, no lasting mark of its own.`
    : 'What can be recorded of it is too little to find it again for sure.'
}

/**
 * Records the recipe of an element and tries it at once on the page as it stands. The answer holds
 * only recipes that found this element and would take no other one that is drawn here, even if
 * this one were gone. Nothing that looks like data is in it. `own` is Handrail's host element.
 */
export function recordAnchor(element: Element, roots: readonly Root[], own?: Element): Recording {
  const look = createLook(roots, own)
  const root = isElement(element) ? rootOf(element) : undefined
  if (root === undefined || !look.roots.includes(root) || look.isOwn(element))
    return { ok: false, message: 'It is no part of this page that Handrail can see.' }
  if (!isRendered(element)) return { ok: false, message: 'It is not drawn on the page.' }
  const draft = draftAnchor(element, look, createDataSight(look))
  for (const anchor of recipesOf(draft)) {
    if (!v.is(anchorSchema, anchor)) continue
    const finding = verify(anchor, element, look)
    if (finding === undefined) continue
    return { ok: true, anchor, explanation: [...explainAnchor(anchor), ...draft.notes], finding }
  }
  return { ok: false, message: refusal(element, look, draft) }
}
