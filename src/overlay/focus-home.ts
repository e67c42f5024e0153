import { isOnPage, shadowOf, tagOf } from '../anchors/dom.ts'
import { focusedElement } from './focused.ts'

/** Whether the focus is on something of Handrail's. */
export function isFocusOurs(host: Element): boolean {
  const root = shadowOf(host)
  return root !== null && root.activeElement !== null
}

/** Whether it takes the focus: what is hidden by now, or no part of the page that can have any, does not. */
function focusOn(element: Element): boolean {
  if (!('focus' in element)) return false
  ;(element as HTMLElement).focus({ preventScroll: true })
  return focusedElement(element.ownerDocument) === element
}

/** Whether nothing has the focus: what had it is gone. */
function isFocusLost(document: Document): boolean {
  const at = focusedElement(document)
  return at === undefined || ['BODY', 'HTML'].includes(tagOf(at))
}

/** After so long, in ms, nobody expects that a press of theirs still leads anywhere. */
const FOLLOW_MS = 2_000

/**
 * Where the focus goes when what had it closes. A press by pointer leaves it in the page, and then it stays
 * there.
 */
export function createFocusHome(document: Document, host: Element) {
  let launcher: HTMLElement | null = null
  let before: Element | undefined
  let followUntil = 0

  const toLauncher = () => launcher?.focus({ preventScroll: true })
  function isFollowing(): boolean {
    const isDue = performance.now() < followUntil
    followUntil = 0
    return isDue && isFocusLost(document)
  }

  return {
    /** The launcher, as it comes and goes. */
    launcher(element: HTMLElement | null): void {
      launcher = element
    },
    /** Does what takes away a card or a bar. */
    leave(act: () => void): void {
      // It is gone as soon as that is done, and the focus with it.
      const isOurs = isFocusOurs(host)
      act()
      if (isOurs) toLauncher()
    },
    /** Does what leads from one callout to the next, or to none. */
    goOn(act: () => void): void {
      followUntil = isFocusOurs(host) ? performance.now() + FOLLOW_MS : 0
      act()
    },
    /** The next callout is drawn. */
    arrive(callout: HTMLElement | null): void {
      if (isFollowing()) callout?.focus({ preventScroll: true })
    },
    /** There is none. */
    settle(): void {
      if (isFollowing()) toLauncher()
    },
    /** What has the focus gets it back. */
    remember(): void {
      before = focusedElement(document)
    },
    goBack(): void {
      const back = before
      before = undefined
      if (!isFocusOurs(host)) return
      if (!back || !isOnPage(back) || !focusOn(back)) toLauncher()
    },
  }
}

export type FocusHome = ReturnType<typeof createFocusHome>
