/**
 * Reads of the page's DOM that a page can't bend: a form control named `querySelectorAll` or
 * `attributes` hides that member of its document or form, so the prototypes' own are called. Kinds
 * of nodes are told by number: `instanceof` knows only the nodes of its own frame.
 */
const { closest: closestOf, getAttribute, hasAttribute, matches } = Element.prototype
const { contains, compareDocumentPosition, getRootNode } = Node.prototype
const { createTreeWalker } = Document.prototype
const queryDocument = Document.prototype.querySelectorAll
const queryFragment = DocumentFragment.prototype.querySelectorAll
const queryFirst = Element.prototype.querySelector
const byTag = Element.prototype.getElementsByTagName
const byTagOfDocument = Document.prototype.getElementsByTagName
const queryElement = Element.prototype.querySelectorAll

function getter<Value>(prototype: object, name: string, missing: Value): (of: object) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  return (of) => get?.call(of) ?? missing
}

const NONE: readonly never[] = []
const childNodes = /* @__PURE__ */ getter<Iterable<Node>>(Node.prototype, 'childNodes', NONE)
const children = /* @__PURE__ */ getter<Iterable<Element>>(Element.prototype, 'children', NONE)
const textContent = /* @__PURE__ */ getter(Node.prototype, 'textContent', '')
const ownerDocument = /* @__PURE__ */ getter<Document | null>(Node.prototype, 'ownerDocument', null)
const documentElement = /* @__PURE__ */ getter<Element | null>(
  Document.prototype,
  'documentElement',
  null,
)
const body = /* @__PURE__ */ getter<Element | null>(Document.prototype, 'body', null)
const defaultView = /* @__PURE__ */ getter<(Window & typeof globalThis) | null>(
  Document.prototype,
  'defaultView',
  null,
)
const isConnected = /* @__PURE__ */ getter(Node.prototype, 'isConnected', false)
const scrollTop = /* @__PURE__ */ getter(Element.prototype, 'scrollTop', 0)
const clientHeight = /* @__PURE__ */ getter(Element.prototype, 'clientHeight', 0)

function getOf<Key extends string>(prototype: Record<Key, unknown>, name: Key) {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get
}
// Asked of thousands of elements in a look: each call has a place of its own, where V8 can inline it.
const parentNodeGet = /* @__PURE__ */ getOf(Node.prototype, 'parentNode')
const nodeTypeGet = /* @__PURE__ */ getOf(Node.prototype, 'nodeType')
const tagNameGet = /* @__PURE__ */ getOf(Element.prototype, 'tagName')
const localNameGet = /* @__PURE__ */ getOf(Element.prototype, 'localName')
const shadowRootGet = /* @__PURE__ */ getOf(Element.prototype, 'shadowRoot')
const parentNode = (of: Node): Node | null => parentNodeGet?.call(of) ?? null
const nodeType = (of: Node): number => nodeTypeGet?.call(of) ?? 0
const tagName = (of: Element): string => tagNameGet?.call(of) ?? ''
const localName = (of: Element): string => localNameGet?.call(of) ?? ''
const shadowRoot = (of: Element): ShadowRoot | null => shadowRootGet?.call(of) ?? null

export function isElement(node: Node | null): node is Element {
  return node !== null && nodeType(node) === 1
}

export function isText(node: Node): node is Text {
  return nodeType(node) === 3
}

function isDocument(node: Node): node is Document {
  return nodeType(node) === 9
}

function isShadowRoot(node: Node | null): node is ShadowRoot {
  return node !== null && nodeType(node) === 11 && 'host' in node
}

/** An attribute's value, or null. */
export function attributeOf(element: Element, name: string): string | null {
  return getAttribute.call(element, name)
}

export function isAttributeSet(element: Element, name: string): boolean {
  return hasAttribute.call(element, name)
}

export function isMatch(element: Element, selector: string): boolean {
  return matches.call(element, selector)
}

/** Where it stands in the view. Not kept at load: tests give a layout of their own. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element)
}

/** How far down it is scrolled, and how much of it shows, in CSS pixels. */
export function scrollOf(element: Element): { top: number; height: number } {
  return { top: scrollTop(element), height: clientHeight(element) }
}

/** The tag in capitals, as HTML has it. */
export function tagOf(element: Element): string {
  return tagName(element).toUpperCase()
}

/** The tag as the page wrote it, in small letters for HTML. */
export function localNameOf(element: Element): string {
  return localName(element)
}

export function shadowOf(element: Element): ShadowRoot | null {
  return shadowRoot(element)
}

/** All text in it, hidden parts too. */
export function textOf(node: Node): string {
  return textContent(node)
}

/** By index: a browser's own iterator takes five times as long. */
export function nodesOf<Kind extends Node>(
  nodes: NodeListOf<Kind> | NodeList,
  max = Number.POSITIVE_INFINITY,
): Kind[] {
  const list: Kind[] = []
  const length = Math.min(nodes.length, max)
  for (let index = 0; index < length; index++) list.push(nodes[index] as Kind)
  return list
}

/** Elements that match, in document order, in this root only; the first so many where `max` says so. */
export function queryAll(
  root: Document | DocumentFragment | Element,
  selector: string,
  max?: number,
): Element[] {
  if (isDocument(root)) return nodesOf(queryDocument.call(root, selector), max)
  if (isElement(root)) return nodesOf(queryElement.call(root, selector), max)
  return nodesOf(queryFragment.call(root, selector), max)
}

/** Every text in the root, in document order. */
export function* textsIn(root: Root): Generator<Text> {
  const document = isDocument(root) ? root : hostOf(root)?.ownerDocument
  if (document === undefined) return
  const walker = createTreeWalker.call(document, root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text
}

/** Whether any element inside matches. */
export function holdsMatch(element: Element, selector: string): boolean {
  return queryFirst.call(element, selector) !== null
}

/** Whether more than so many elements inside have this tag. Looks no further than it has to. */
export function holdsMore(element: Element, tag: string, count: number): boolean {
  return byTag.call(element, tag).item(count) !== null
}

/** Counts the elements of a document; quick, as the browser keeps the number until it changes. */
export function elementCounter(of: Document): () => number {
  const all = byTagOfDocument.call(of, '*')
  return () => all.length
}

/** The innermost that matches of the element and what holds it in its root. */
export function closest(element: Element, selector: string): Element | null {
  return closestOf.call(element, selector)
}

/** Whether it, or what holds it in its root, matches. */
export function isInside(element: Element, selector: string): boolean {
  return closest(element, selector) !== null
}

/** `[name="value"]`, whatever the value holds. */
export function attributeSelector(name: string, value: string): string {
  return `[${name}="${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"]`
}

/** The parent node, whatever the page has named `parentNode`. */
export function parentOf(node: Node): Node | null {
  return parentNode(node)
}

export function childrenOf(node: Node): Node[] {
  return [...childNodes(node)]
}

export function childElementsOf(element: Element): Element[] {
  return [...children(element)]
}

/** Whether one holds the other, or is it, within one root. */
export function isHolding(outer: Node, inner: Node): boolean {
  return contains.call(outer, inner)
}

/** Whether `later` comes after `element` in its root, without lying in it. */
export function isFollowedBy(element: Element, later: Element): boolean {
  const position = compareDocumentPosition.call(element, later)
  return (
    (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    (position & Node.DOCUMENT_POSITION_CONTAINED_BY) === 0
  )
}

/** The document that an element is of. */
export function documentOf(element: Element): Document {
  return ownerDocument(element) ?? document
}

/** The document's own element, `html`. */
export function htmlOf(of: Document): Element | null {
  return documentElement(of)
}

/** Its body; in a page of frames, what holds them. */
export function bodyOf(of: Document): Element | null {
  return body(of)
}

/** The window that shows a document. */
export function viewOf(of: Document): (Window & typeof globalThis) | null {
  return defaultView(of)
}

/** Whether it is on a page. */
export function isOnPage(node: Node): boolean {
  return isConnected(node)
}

export type Root = Document | ShadowRoot

/** The document or shadow root that holds the element; undefined once it is off the page. */
export function rootOf(element: Element): Root | undefined {
  const root = getRootNode.call(element)
  return isDocument(root) || isShadowRoot(root) ? root : undefined
}

/** The element a root hangs on; undefined for the document. */
export function hostOf(root: Root): Element | undefined {
  return isShadowRoot(root) ? root.host : undefined
}

/** The innermost that matches of the element and what holds it, out of shadow roots as well. */
export function closestAcross(element: Element, selector: string): Element | undefined {
  for (let at: Element | undefined = element; at !== undefined; ) {
    const found = closest(at, selector)
    if (found !== null) return found
    const root = rootOf(at)
    at = root && hostOf(root)
  }
  return undefined
}

/** The element around this one; out of a shadow root, its host. */
export function enclosing(element: Element): Element | null {
  const parent = parentOf(element)
  if (isElement(parent)) return parent
  return isShadowRoot(parent) ? parent.host : null
}

/** The element, then those around it, from the inside out. */
export function* selfAndAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = enclosing(at)) yield at
}

/** Every open root of the document: itself and the shadow roots in it, nested ones too. */
export function openRoots(document: Document): Root[] {
  const roots: Root[] = [document]
  // All of them: a selector that leaves out what can be no host costs more than it spares.
  for (const root of roots)
    for (const element of queryAll(root, '*')) {
      const shadow = shadowOf(element)
      if (shadow) roots.push(shadow)
    }
  return roots
}

/** Whether it is shown by its styles, as far as this browser can say. */
export function isShown(element: Element, options?: CheckVisibilityOptions): boolean {
  const { checkVisibility } = Element.prototype
  return typeof checkVisibility !== 'function' || checkVisibility.call(element, options)
}

const hasHand = (element: Element) => getComputedStyle(element).cursor === 'pointer'

/** Whether the pointer turns into a hand on it, and not yet on what is around it. */
export function isHandled(element: Element): boolean {
  if (!hasHand(element)) return false
  const outer = enclosing(element)
  return outer === null || !hasHand(outer)
}

/** Whether it is drawn: not hidden by style, and with a size. */
export function isRendered(element: Element): boolean {
  if (!isConnected(element) || !isShown(element, { visibilityProperty: true })) return false
  const { width, height } = boxOf(element)
  return width > 0 && height > 0
}
