/**
 * Reads of the page's DOM that a page can't bend: a form control named `querySelectorAll` or
 * `attributes` hides that member of its document or form, so the prototypes' own are called. Kinds
 * of nodes are told by number: `instanceof` knows only the nodes of its own frame.
 */
const { closest, getAttribute, hasAttribute, matches } = Element.prototype
const { contains, compareDocumentPosition, getRootNode } = Node.prototype
const queryDocument = Document.prototype.querySelectorAll
const queryFragment = DocumentFragment.prototype.querySelectorAll
const queryFirst = Element.prototype.querySelector
const queryElement = Element.prototype.querySelectorAll

function getter<Value>(prototype: object, name: string, missing: Value): (of: object) => Value {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get
  return (of) => get?.call(of) ?? missing
}

const NONE: readonly never[] = []
const parentNode = getter<Node | null>(Node.prototype, 'parentNode', null)
const childNodes = getter<Iterable<Node>>(Node.prototype, 'childNodes', NONE)
const children = getter<Iterable<Element>>(Element.prototype, 'children', NONE)
const nodeType = getter(Node.prototype, 'nodeType', 0)
const tagName = getter(Element.prototype, 'tagName', '')
const localName = getter(Element.prototype, 'localName', '')
const textContent = getter(Node.prototype, 'textContent', '')
const ownerDocument = getter<Document | null>(Node.prototype, 'ownerDocument', null)
const documentElement = getter<Element | null>(Document.prototype, 'documentElement', null)
const defaultView = getter<(Window & typeof globalThis) | null>(
  Document.prototype,
  'defaultView',
  null,
)
const isConnected = getter(Node.prototype, 'isConnected', false)
const shadowRoot = getter<ShadowRoot | null>(Element.prototype, 'shadowRoot', null)

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

/** Whether it, or what holds it in its root, matches. */
export function isWithin(element: Element, selector: string): boolean {
  return closest.call(element, selector) !== null
}

/** Where it stands in the view. Not kept at load: tests give a layout of their own. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element)
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

/** Elements that match, in document order, in this root only. */
export function queryAll(root: Document | DocumentFragment | Element, selector: string): Element[] {
  if (isDocument(root)) return [...queryDocument.call(root, selector)]
  if (isElement(root)) return [...queryElement.call(root, selector)]
  return [...queryFragment.call(root, selector)]
}

/** Whether any element inside matches. */
export function holdsMatch(element: Element, selector: string): boolean {
  return queryFirst.call(element, selector) !== null
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

/** Of the many, these can be no shadow host: https://dom.spec.whatwg.org/#dom-element-attachshadow */
const NO_HOST = ':not(a,button,input,svg,svg *,td,tr,th,li,ul,ol,label,option,img,table,tbody)'

/** Every open root of the document: itself and the shadow roots in it, nested ones too. */
export function openRoots(document: Document): Root[] {
  const roots: Root[] = [document]
  for (const root of roots)
    for (const element of queryAll(root, NO_HOST)) {
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

/** Whether it is drawn: not hidden by style, and with a size. */
export function isRendered(element: Element): boolean {
  if (!isConnected(element) || !isShown(element, { visibilityProperty: true })) return false
  const { width, height } = boxOf(element)
  return width > 0 && height > 0
}
