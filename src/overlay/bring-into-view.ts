/** Scrolls to an element, whatever the page has named `scrollIntoView`. */
export function bringIntoView(element: Element, how: ScrollIntoViewOptions): void {
  Element.prototype.scrollIntoView.call(element, how)
}
