/** One tool that points at elements of the page, as the bench drives it. */
export interface Tool {
  /** The element has come: point at it. Handrail has to see that by itself. */
  point(target: HTMLElement): void
  /** The element has gone. */
  clear(): void
  /** Where its words for that element are, if they are drawn. */
  words(): DOMRect | undefined
}

/** An element's box, where it can be seen: laid out, visible and more there than not. */
export function visibleBox(element: Element | null | undefined): DOMRect | undefined {
  if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
    return undefined
  const box = element.getBoundingClientRect()
  return box.width > 0 && box.height > 0 ? box : undefined
}
