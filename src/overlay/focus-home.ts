import type { RefObject } from 'preact'
import { useMemo } from 'preact/hooks'
import { isOnPage, shadowOf } from '../anchors/dom.ts'
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

/**
 * Where the focus goes when what had it closes. A press by pointer leaves it in the page, and then it stays
 * there.
 */
export function useFocusHome(
  document: Document,
  host: Element,
  launcher: RefObject<HTMLElement | null>,
) {
  return useMemo(() => {
    let before: Element | undefined
    const toLauncher = () => launcher.current?.focus({ preventScroll: true })
    return {
      /** Does what takes away a card. */
      leave(act: () => void): void {
        // It is gone as soon as that is done, and the focus with it.
        const isOurs = isFocusOurs(host)
        act()
        if (isOurs) toLauncher()
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
  }, [document, host])
}
