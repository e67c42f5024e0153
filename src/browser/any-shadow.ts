interface WithAnyShadow {
  openOrClosedShadowRoot?: ShadowRoot | null
}
interface ChromeDom {
  chrome?: { dom?: { openOrClosedShadowRoot?: (element: Element) => ShadowRoot | null } }
}

/** The shadow root of an element, a closed one too, which only an extension can see. */
export function anyShadowOf(element: Element): ShadowRoot | null {
  // Firefox has it on the element, Chromium in an API of its own.
  const own = (element as WithAnyShadow).openOrClosedShadowRoot
  if (own !== undefined) return own
  const open = (globalThis as ChromeDom).chrome?.dom?.openOrClosedShadowRoot
  if (open && element instanceof HTMLElement) return open(element)
  return element.shadowRoot
}
