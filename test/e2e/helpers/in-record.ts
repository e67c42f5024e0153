import { expect } from 'vitest'
import { dumpExtensionStorage } from './extension-storage.ts'
import type { Session } from './session.ts'

/** Waits until the walkthrough has taken the record that is open for its own. */
export async function expectInRecord({ loaded, page }: Session): Promise<void> {
  await expect
    .poll(() => dumpExtensionStorage(loaded), { timeout: 20_000 })
    .toContain('"hasRecord":true')
  await page.bringToFront()
}
