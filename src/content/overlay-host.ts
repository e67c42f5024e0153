import {
  type CreateOverlay,
  type GuideActions,
  type GuideView,
  OVERLAY_HANDOVER,
  type Overlay,
  type OverlayHandover,
} from '../overlay/guide.ts'

interface Options {
  document: Document
  actions: GuideActions
  /** Asks the worker to put the overlay's script into this frame. */
  load: () => Promise<boolean>
  signal: AbortSignal
}

const world = globalThis as OverlayHandover & { handrailOverlay?: CreateOverlay }

/** Draws views through the overlay, whose script is put into the page only when there is one to draw. */
export function createOverlayHost({ document, actions, load, signal }: Options) {
  let overlay: Overlay | undefined
  let latest: GuideView | undefined
  let isLoading = false

  function open(create: CreateOverlay): void {
    if (signal.aborted || overlay !== undefined) return
    try {
      overlay = create(document, actions)
      if (latest) overlay.show(latest)
    } catch (error) {
      actions.fail(error)
    }
  }

  async function ensure(): Promise<void> {
    if (isLoading) return
    isLoading = true
    world[OVERLAY_HANDOVER] = (create) => {
      world.handrailOverlay = create
      open(create)
    }
    if (world.handrailOverlay) open(world.handrailOverlay)
    else isLoading = await load()
  }

  signal.addEventListener('abort', () => {
    overlay?.stop()
    overlay = undefined
    delete world[OVERLAY_HANDOVER]
  })

  return {
    host: () => overlay?.host,
    show(view: GuideView): void {
      if (signal.aborted) return
      latest = view
      if (overlay) overlay.show(view)
      else void ensure().catch(actions.fail)
    },
  }
}
