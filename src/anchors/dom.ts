/**
 * Reads of the page's DOM that a page can't bend: a form control named `querySelectorAll` or
 * `getAttribute` hides the method of its document or form, so the prototypes' own are called.
 */
const { getAttribute, hasAttribute, matches } = Element.prototype
const queryDocument = Document.prototype.querySelectorAll
const queryFragment = DocumentFragment.prototype.querySelectorAll
const queryElement = Element.prototype.querySelectorAll
const parentNode = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get
const childNodes = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')?.get

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

/** Elements that match, in document order, in this root only. */
export function queryAll(root: Document | DocumentFragment | Element, selector: string): Element[] {
  if (root instanceof Document) return [...queryDocument.call(root, selector)]
  if (root instanceof DocumentFragment) return [...queryFragment.call(root, selector)]
  return [...queryElement.call(root, selector)]
}

/** `[name="value"]`, whatever the value holds. */
export function attributeSelector(name: string, value: string): string {
  return `[${name}="${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"]`
}

/** The parent node, whatever the page has named `parentNode`. */
export function parentOf(node: Node): Node | null {
  return parentNode?.call(node) ?? null
}

export function childrenOf(node: Node): Node[] {
  return [...(childNodes?.call(node) ?? [])]
}

/** The element around this one; out of a shadow root, its host. */
export function enclosing(element: Element): Element | null {
  const parent = parentOf(element)
  if (parent instanceof Element) return parent
  return parent instanceof ShadowRoot ? parent.host : null
}

/** The element, then those around it, from the inside out. */
export function* selfAndAncestors(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = enclosing(at)) yield at
}

/** Of the many, these can be no shadow host: https://dom.spec.whatwg.org/#dom-element-attachshadow */
const NO_HOST = ':not(a,button,input,svg,svg *,td,tr,th,li,ul,ol,label,option,img,table,tbody)'

export type Root = Document | ShadowRoot

/** Every open root of the document: itself and the shadow roots in it, nested ones too. */
export function openRoots(document: Document): Root[] {
  const roots: Root[] = [document]
  for (const root of roots)
    for (const element of queryAll(root, NO_HOST))
      if (element.shadowRoot) roots.push(element.shadowRoot)
  return roots
}

/** Whether it is drawn: not hidden by style, and with a size. */
export function isRendered(element: Element): boolean {
  if (!element.isConnected) return false
  if (
    typeof element.checkVisibility === 'function' &&
    !element.checkVisibility({ visibilityProperty: true })
  )
    return false
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0
}
