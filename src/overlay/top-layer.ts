import { isMatch, selfAndAncestors } from '../anchors/dom.ts'

/** What browsers draw above the page, the latest on top. */
const UPPER = ':popover-open,dialog:modal,:fullscreen'

function upperPartAround(element: Element): Element | undefined {
  for (const around of selfAndAncestors(element)) if (isMatch(around, UPPER)) return around
  return undefined
}

/** The popover around an element that closes when anything outside it is pressed. */
export function closingPopoverAround(element: Element): HTMLElement | undefined {
  for (const around of selfAndAncestors(element))
    if (isMatch(around, '[popover]:not([popover=manual]):popover-open'))
      return around as HTMLElement
  return undefined
}

/**
 * Keeps Handrail's element above what holds the present target and was opened after it. Above nothing
 * else: a menu of the app's that comes up over a callout is what the person has asked for.
 */
export function createTopLayer(document: Document, host: HTMLElement, signal: AbortSignal) {
  let below: Element | undefined
  const changed = (event: Event) => {
    if (event.target !== host) below = undefined
  }
  for (const name of ['toggle', 'fullscreenchange'])
    document.addEventListener(name, changed, { capture: true, passive: true, signal })

  return {
    /** Once for each opening, so that two who want to be on top can't take turns for ever. */
    keepAbove(target: Element | undefined): void {
      const holder = target && upperPartAround(target)
      if (holder === below) return
      below = holder
      if (holder === undefined) return
      host.hidePopover()
      host.showPopover()
    },
  }
}
