import { isElement, isMatch, isRendered, selfAndAncestors } from '../anchors/dom.ts'

/** Parts of a page that Escape closes, where the focus is in them. */
const CLOSING =
  'dialog[open],[popover]:popover-open,[role~="dialog"],[role~="alertdialog"],[aria-modal="true"],[role~="menu"],[role~="listbox"],[aria-expanded="true"]'
/** Within this time (ms) what Escape closes has gone, fading included. */
const CLOSED_MS = 300

/**
 * Calls `act` on Escape and looks at no other key. With the focus in something of the page's that Escape
 * closes, it is the page's first: `act` is called where nothing came of it. Of ours, nothing of the page's
 * closes.
 */
export function onEscape(
  document: Document,
  own: Element,
  act: () => void,
  signal: AbortSignal,
): void {
  const listener = (event: KeyboardEvent) => {
    // Composing by an input method, it takes back what is being composed.
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return
    const path = event.composedPath()
    if (path.includes(own)) {
      // A popover of the page's would close by the browser's own doing.
      event.preventDefault()
      act()
      return
    }
    const holder = holderOf(path[0])
    if (holder === undefined) return act()
    const isStillThere = () => isMatch(holder, CLOSING) && isRendered(holder)
    setTimeout(() => {
      if (!signal.aborted && isStillThere() && !event.defaultPrevented) act()
    }, CLOSED_MS)
  }
  document.addEventListener('keydown', listener, { capture: true, passive: false, signal })
}

function holderOf(start: EventTarget | undefined): Element | undefined {
  if (!(start instanceof Node) || !isElement(start)) return undefined
  for (const around of selfAndAncestors(start)) if (isMatch(around, CLOSING)) return around
  return undefined
}
