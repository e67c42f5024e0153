import type { GuideActions, GuideView } from '../overlay/guide.ts'
import { type SideAct, sideViewOf } from '../overlay/side-view.ts'

/** The part of a port to the side panel that is needed here. */
export interface SidePort {
  postMessage: (message: unknown) => void
  disconnect: () => void
  onMessage: { addListener: (listen: (message: unknown) => void) => void }
  onDisconnect: { addListener: (listen: () => void) => void }
}

type Acts = Pick<
  GuideActions,
  | 'start'
  | 'next'
  | 'back'
  | 'skip'
  | 'dismiss'
  | 'dismissCompleted'
  | 'continueHere'
  | 'goOn'
  | 'knowPart'
  | 'shown'
>

/** The page's end of the side panel, which shows what the overlay would, and gives back acts. */
export function createSide(acts: Acts, signal: AbortSignal) {
  const ports = new Set<SidePort>()
  let latest = ''

  function take(raw: unknown): void {
    // From a page of the extension's own: browsers let nobody else connect.
    const message = raw as SideAct
    if (message.act === 'start') acts.start(message.pack, message.walkthrough)
    else if (message.act === 'shown') acts.shown(message.walkthrough, message.step)
    else acts[message.act]()
  }
  signal.addEventListener('abort', () => {
    for (const port of ports) port.disconnect()
    ports.clear()
  })

  return {
    /** Another side panel follows this page. */
    add(port: SidePort): void {
      if (signal.aborted) {
        port.disconnect()
        return
      }
      ports.add(port)
      port.onMessage.addListener(take)
      port.onDisconnect.addListener(() => ports.delete(port))
      latest = ''
    },
    /** Tells what there is to show, where it is anything new. */
    show(view: GuideView): void {
      if (ports.size === 0) return
      const next = sideViewOf(view)
      const text = JSON.stringify(next)
      if (text === latest) return
      latest = text
      for (const port of ports) port.postMessage(next)
    },
  }
}
