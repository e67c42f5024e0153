import { childElementsOf, htmlOf, isMatch, shadowOf } from '../anchors/dom.ts'

/**
 * Removes the element of a version before, whose scripts have gone with it: after an update Firefox leaves what it
 * drew on pages that stay open, where it would point for ever. To be called before there is one of this version.
 */
export function removeLeftovers(document: Document): void {
  const html = htmlOf(document)
  for (const child of html === null ? [] : childElementsOf(html)) {
    if (!isMatch(child, 'div[popover="manual"]')) continue
    const first = shadowOf(child)?.firstElementChild
    if (first && isMatch(first, '.all[dir]')) takeOut(child)
  }
}

/** The old version, where it still runs, hears of it meanwhile and takes its element out itself. */
function takeOut(element: Element): void {
  try {
    element.remove()
  } catch {
    // It is out.
  }
}
