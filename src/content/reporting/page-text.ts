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
const FIELDS = {
  INPUT: 'HTMLInputElement',
  TEXTAREA: 'HTMLTextAreaElement',
  OUTPUT: 'HTMLOutputElement',
}
/** What may show a document of its own; an `embed` never says which. */
const FRAMES: Readonly<Record<string, string>> = {
  IFRAME: 'HTMLIFrameElement',
  FRAME: 'HTMLFrameElement',
  OBJECT: 'HTMLObjectElement',
  EMBED: '',
}
const PSEUDO = ['::before', '::after'] as const

interface Options {
  /** Handrail’s own element. */
  own: Element
  /** Sees closed shadow roots too. */
  shadowOf: (element: Element) => ShadowRoot | null
  /** What a style sheet puts before or after an element. */
  contentOf: (element: Element, pseudo: '::before' | '::after') => string
}

/** Something on the page can’t be read. */
class Unreadable extends Error {}

/** Reads a member by the prototype’s own getter, whatever the page has named so; '' of other elements. */
function byTag(view: object, kinds: Readonly<Record<string, string>>, name: string) {
  return (element: Element): unknown => {
    const kind = kinds[tagOf(element)]
    const maker = kind && (view as Record<string, { prototype: object } | undefined>)[kind]
    return maker && Object.getOwnPropertyDescriptor(maker.prototype, name)?.get?.call(element)
  }
}

/**
 * All that stands on a page at this moment, for the check of a comment: its texts, what its fields hold, its
 * address, the words of its style sheets, of its shadow roots and of frames that can be read. Kept nowhere.
 * `undefined` where something that is drawn can’t be read, or there is too much: then no comment passes.
 */
export function readPageText(
  document: Document,
  { own, shadowOf, contentOf }: Options,
): string[] | undefined {
  const view = viewOf(document)
  if (view === null) return undefined
  const fieldValue = byTag(view, FIELDS, 'value')
  const innerDocument = byTag(view, FRAMES, 'contentDocument')
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
      const content = contentOf(element, pseudo)
      if (content !== 'none' && content !== 'normal') take(content)
      if (content.includes('attr('))
        for (const name of Element.prototype.getAttributeNames.call(element))
          take(attributeOf(element, name))
    }
    if (Object.hasOwn(FRAMES, tag)) {
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
