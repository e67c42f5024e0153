import type { Frame, Page } from 'puppeteer-core'
import { expect } from 'vitest'
import type { OverlayDriver } from './overlay.ts'

/** The callout stands at the step, and its ring stands around the very control that is meant. */
export async function expectPointedAt(
  page: Page | Frame,
  overlay: OverlayDriver,
  step: string,
  selector: string,
): Promise<void> {
  await overlay.atStep(step)
  const meant = await page.waitForSelector(selector, { timeout: 10_000 })
  await expect
    .poll(
      async () => {
        const ring = await overlay.ringed()
        const box = await meant?.boundingBox()
        if (!ring || !box) return 'no ring'
        const isInside =
          ring.x >= box.x &&
          ring.x <= box.x + box.width &&
          ring.y >= box.y &&
          ring.y <= box.y + box.height
        return isInside ? 'around it' : `ring at ${ring.x},${ring.y}, control at ${box.x},${box.y}`
      },
      { timeout: 10_000 },
    )
    .toBe('around it')
}
