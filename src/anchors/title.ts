import { accessibleName, normalise } from './accessible-name.ts'
import {
  attributeOf,
  childElementsOf,
  childrenOf,
  enclosing,
  isMatch,
  isRendered,
  isText,
  parentOf,
  queryAll,
  tagOf,
} from './dom.ts'
import type { Look } from './look.ts'

/** How far around an element the title of its part may stand. */
const LEVELS = 8
const LENGTH_MAX = 60
const MARKED = 'h1,h2,h3,h4,h5,h6,[role=heading],legend,summary'
const CALLED = '[class*=header i],[class*=heading i],[class*=title i]'
const TITLES = `${MARKED},${CALLED}`
/** How class names call a title: `msp-section-header`, `panelTitle`; not `headerless` nor `subtitles-on`. */
const TITLE_WORD = /(?:^|[\s_-]|[a-z](?=[HT]))(?:header|heading|title)(?=$|[\s_-]|[A-Z\d])/i
const CONTROLS =
  'button,a[href],input,select,textarea,[role=button],[role=link],[role=tab],[role=menuitem]'
/** What stands before these has nothing to do with what is in them. */
const EDGE = /^(?:BODY|HTML|MAIN|DIALOG)$/

/** The words that stand over a part of the page, and what bears them. */
export interface Title {
  text: string
  element: Element
}

function firstWords(node: Node): string {
  if (isText(node)) {
    const words = normalise(node.data)
    return /\p{L}{2}/u.test(words) ? words : ''
  }
  for (const child of childrenOf(node)) {
    const words = firstWords(child)
    if (words !== '') return words
  }
  return ''
}

/** A bar with several controls is no title, though it may hold one. */
function titleIn(element: Element): Title | undefined {
  const isMarked = isMatch(element, MARKED)
  if (!isMarked && !TITLE_WORD.test(attributeOf(element, 'class') ?? '')) return undefined
  if (queryAll(element, CONTROLS).length > (isMarked ? 3 : 1)) return undefined
  const text = (isMarked && accessibleName(element)) || firstWords(element)
  return text !== '' && text.length <= LENGTH_MAX && isRendered(element)
    ? { text, element }
    : undefined
}

function lastTitleIn(part: Element): Title | undefined {
  const parts = [part, ...queryAll(part, TITLES)].filter((each) => isMatch(each, TITLES))
  for (const each of parts.reverse()) {
    const title = titleIn(each)
    if (title !== undefined) return title
  }
  return undefined
}

/**
 * The closest words before an element that are made as a title, in document order, whatever they stand
 * over: a heading, a legend, the bar of a card. Two controls with the same name in two cards have
 * different ones. Undefined where there is none within some levels.
 */
export function titleBefore(element: Element, look: Look): Title | undefined {
  let at: Element | null = element
  for (let level = 0; at !== null && level < LEVELS; level++) {
    if (EDGE.test(tagOf(at)) || attributeOf(at, 'role') === 'dialog') return undefined
    const parent: Element | null = enclosing(at)
    if (parent === null || parentOf(at) !== parent) return undefined
    const siblings = childElementsOf(parent)
    for (const before of siblings.slice(0, siblings.indexOf(at)).reverse()) {
      if (look.isOwn(before)) continue
      const title = lastTitleIn(before)
      if (title) return title
    }
    at = parent
  }
  return undefined
}
