interface WithAnyShadow {
  openOrClosedShadowRoot?: ShadowRoot | null
}
interface ChromeDom {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } }
}

const XHTML = 'http://www.w3.org/1999/xhtml'
// Not by its class: elements of a frame have another, and a form's fields can hide its members.
const namespaceOf = Object.getOwnPropertyDescriptor(Element.prototype, 'namespaceURI')?.get

/** The shadow root of an element, a closed one too, which only an extension can see. */
export function anyShadowOf(element: Element): ShadowRoot | null {
  // Firefox has it on the element, Chromium in an API of its own.
  const own = (element as WithAnyShadow).openOrClosedShadowRoot
  if (own !== undefined) return own
  const open = (globalThis as ChromeDom).chrome?.dom?.openOrClosedShadowRoot
  if (open && namespaceOf?.call(element) === XHTML) return open(element)
  return element.shadowRoot
}
