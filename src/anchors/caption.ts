import { accessibleName, normalise } from './accessible-name.ts'
import {
  attributeOf,
  childrenOf,
  enclosing,
  isElement,
  isInside,
  isMatch,
  isShown,
  isText,
  parentOf,
  tagOf,
} from './dom.ts'
import type { Look } from './look.ts'

/** How far around a field its label may stand, and around what is pressed: that has words of its own more often. */
const LEVELS = { field: 7, other: 4 } as const
const LENGTH_MAX = 60
/** What else a person fills in: a label before it is that one's. */
const FIELDS =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=button],[type=submit]),select,textarea,[contenteditable=true],[role=combobox],[role=textbox],[role=spinbutton]'
const PRESSED =
  'button,a[href],summary,input,option,[role=button],[role=tab],[role=radio],[role=switch],[role=option],[role=menuitem]'
const TICKED = 'input:is([type=checkbox],[type=radio]),[role=checkbox],[role=radio],[role=switch]'
const SILENT = 'script,style,noscript,template,svg,table,[aria-hidden=true],[hidden]'
/** What titles a part of the page is evidence by itself, and of whatever comes first in that part. */
const TITLES = 'h1,h2,h3,h4,h5,h6,[role=heading]'
/** Where what stands before belongs to something else. */
const EDGE = /^(?:BODY|HTML|MAIN|TR|LI|TABLE|NAV|HEADER)$/

/** A label that stands before a control, and what holds it. */
export interface Caption {
  text: string
  element: Element
}

type Seen = Caption | 'end' | undefined

const LABELS = 'label,legend,dt,[class*=label i],[id*=label i]'

/** Any text may stand before a button, a patient's name too: only what is made as a label is one. */
function isLabel({ text, element }: Caption): boolean {
  return isMatch(element, FIELDS) || isInside(element, LABELS) || text.endsWith(':')
}

function wordsIn(text: string): string | undefined {
  const words = normalise(text)
  return /\p{L}{2}/u.test(words) ? words : undefined
}

/** The last words of a node that are a label's; 'end' where another field stands in it. */
function lastWords(node: Node, ofField: (field: Element) => Seen, depth = 0): Seen {
  if (isText(node)) {
    const text = wordsIn(node.data)
    const element = parentOf(node)
    return text && isElement(element) ? { text, element } : undefined
  }
  if (!isElement(node) || depth > 8 || isMatch(node, SILENT) || !isShown(node)) return undefined
  if (isMatch(node, FIELDS)) return ofField(node)
  if (isMatch(node, PRESSED)) return undefined
  for (const child of childrenOf(node).reverse()) {
    const seen = lastWords(child, ofField, depth + 1)
    if (seen !== undefined) return seen
  }
  return undefined
}

/**
 * The text that stands before a control as its label, where the page ties none to it, with no other
 * field between; for a button beside a field, the field's name or label. `isAlone`: as if no other field were there.
 */
export function findCaption(element: Element, look: Look, isAlone = false): Caption | undefined {
  const isOfField = isMatch(element, FIELDS)
  // The words of a box to tick stand after it.
  const isTicked = isMatch(element, TICKED)
  /** The button beside a field is the field's own: 'Open', 'Clear', 'Increase'. */
  const ofField = (field: Element): Seen => {
    if (isOfField) return isAlone ? undefined : 'end'
    const text = wordsIn(accessibleName(field))
    return text ? { text, element: field } : (findCaption(field, look) ?? 'end')
  }
  const isFit = (caption: Caption) =>
    caption.text.length <= LENGTH_MAX &&
    !look.isOwn(caption.element) &&
    !isInside(caption.element, TITLES) &&
    (isOfField || isTicked || isLabel(caption))
  let at: Element | null = element
  const levels = isOfField ? LEVELS.field : LEVELS.other
  for (let level = 0; at !== null && level < levels; level++) {
    if (EDGE.test(tagOf(at)) || attributeOf(at, 'role') === 'row') return undefined
    const parent: Element | null = enclosing(at)
    if (parent === null || parentOf(at) !== parent) return undefined
    const siblings = childrenOf(parent)
    const beside = isTicked
      ? siblings.slice(siblings.indexOf(at) + 1)
      : siblings.slice(0, siblings.indexOf(at)).reverse()
    for (const node of beside) {
      const seen = lastWords(node, ofField)
      if (seen === 'end') return undefined
      if (seen !== undefined) return isFit(seen) ? seen : undefined
    }
    at = parent
  }
  return undefined
}
