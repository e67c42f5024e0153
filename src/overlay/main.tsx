import { OVERLAY_HANDOVER, type OverlayHandover } from './guide.ts'
import { createOverlay } from './overlay.tsx'

const world = globalThis as OverlayHandover
world[OVERLAY_HANDOVER]?.(createOverlay)
