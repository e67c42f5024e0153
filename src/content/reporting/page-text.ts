import {
  attributeOf,
  childrenOf,
  htmlOf,
  isElement,
  isRendered,
  isText,
  tagOf,
  textOf,
  viewOf,
} from '../../anchors/dom.ts'

/** Characters of a page, at most: of a longer one it is not told whether a phrase stands on it. */
export const PAGE_TEXT_MAX = 2_000_000

/** Attributes whose words a page shows, or has read out. */
const SHOWN = [
  ...['title', 'alt', 'placeholder', 'label', 'summary', 'aria-label', 'aria-description'],
  ...['aria-placeholder', 'aria-roledescription', 'aria-valuetext'],
]
const UNSHOWN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'])
const WITH_DOCUMENT = new Set(['IFRAME', 'FRAME', 'OBJECT', 'EMBED'])
const PSEUDO = ['::before', '::after'] as const

interface Options {
  /** Handrail’s own element. */
  own: Element
  /** Sees closed shadow roots too. */
  shadowOf: (element: Element) => ShadowRoot | null
}

/** Something on the page can’t be read. */
class Unreadable extends Error {}

function readGetter(prototypes: readonly { prototype: object }[], name: string) {
  const getters = prototypes.map(
    ({ prototype }) => Object.getOwnPropertyDescriptor(prototype, name)?.get,
  )
  return (of: object): unknown => {
    for (const get of getters)
      try {
        return get?.call(of)
      } catch {
        // Of another kind of element.
      }
    return undefined
  }
}

/**
 * All that stands on a page at this moment, for the check of a comment: its texts, what its fields hold, its
 * address, the words of its style sheets, of its shadow roots and of frames that can be read. Kept nowhere.
 * `undefined` where something that is drawn can’t be read, or there is too much: then no comment passes.
 */
export function readPageText(document: Document, { own, shadowOf }: Options): string[] | undefined {
  const view = viewOf(document)
  if (view === null) return undefined
  const fieldValue = readGetter(
    [view.HTMLInputElement, view.HTMLTextAreaElement, view.HTMLOutputElement],
    'value',
  )
  const innerDocument = readGetter(
    [view.HTMLIFrameElement, view.HTMLFrameElement, view.HTMLObjectElement].filter(Boolean),
    'contentDocument',
  )
  const texts: string[] = []
  let size = 0

  function take(text: unknown): void {
    if (typeof text !== 'string' || text.trim() === '') return
    size += text.length
    if (size > PAGE_TEXT_MAX) throw new Unreadable()
    texts.push(text)
  }
  function takeElement(element: Element): void {
    for (const name of SHOWN) take(attributeOf(element, name))
    const tag = tagOf(element)
    if (tag === 'INPUT' && attributeOf(element, 'type')?.toLowerCase() === 'password') return
    take(fieldValue(element))
    for (const pseudo of PSEUDO) {
      const content = view?.getComputedStyle(element, pseudo)?.content
      if (content && content !== 'none' && content !== 'normal') take(content)
    }
    if (WITH_DOCUMENT.has(tag)) {
      const inner = innerDocument(element) as Document | null | undefined
      if (inner) takeDocument(inner)
      else if (isRendered(element)) throw new Unreadable()
    }
  }
  function takeNode(node: Node): void {
    if (isText(node)) take(textOf(node))
    if (isElement(node)) {
      if (node === own || UNSHOWN.has(tagOf(node))) return
      takeElement(node)
      const shadow = shadowOf(node)
      if (shadow) for (const child of childrenOf(shadow)) takeNode(child)
    }
    for (const child of childrenOf(node)) takeNode(child)
  }
  function takeDocument(one: Document): void {
    take(one.title)
    const address = one.location?.href ?? ''
    take(address)
    take(decoded(address))
    const html = htmlOf(one)
    if (html) takeNode(html)
  }

  try {
    takeDocument(document)
    return texts
  } catch {
    // Whatever it was: what was not read may be what the comment quotes.
    return undefined
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return ''
  }
}
