/**
 * What a person does in the overlay is no event of the page's. To the page it would come from a plain
 * `div`: a letter typed in our search would be its shortcut, and a press of ours one outside its menu.
 */
const KEPT = [
  ...['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'change'],
  ...['copy', 'cut', 'paste', 'compositionstart', 'compositionupdate', 'compositionend'],
  ...['click', 'auxclick', 'dblclick', 'contextmenu', 'wheel', 'submit'],
]

/**
 * By these a page tells a press outside its dialog, and a focus that has left it, which it then takes
 * back. Nothing of ours waits for them, so they end where they begin: at the window.
 */
const KEPT_EARLY = [
  ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'touchstart', 'touchend'],
  ...['focusin', 'focusout'],
]

/** What has to have the focus when it is pressed: fields, and words that can be picked out. */
const TAKING_FOCUS = 'input,textarea,select,.text'

function keep(event: Event): void {
  event.stopPropagation()
}

/** Keeps the events of Handrail's element from the page. */
export function keepOwnEvents(page: Window, host: HTMLElement, signal: AbortSignal): void {
  for (const name of KEPT) host.addEventListener(name, keep, { passive: true, signal })
  const keepEarly = (event: Event) => {
    const path = event.composedPath()
    const at = path.indexOf(host)
    if (at < 0) return
    event.stopPropagation()
    // The focus stays in the page's field: nothing closes, and no trap has anything to take back.
    const isTaking = path
      .slice(0, at)
      .some((part) => part instanceof Element && part.matches(TAKING_FOCUS))
    if (event.type === 'mousedown' && !isTaking) event.preventDefault()
  }
  for (const name of KEPT_EARLY)
    page.addEventListener(name, keepEarly, { capture: true, passive: false, signal })
}
