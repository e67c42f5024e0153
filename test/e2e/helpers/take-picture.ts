import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../demo/browser/find.ts'

const FOLDER = process.env.HANDRAIL_PICTURES

/** Where `HANDRAIL_PICTURES` names a folder, a picture of the page goes there: light, and dark where the browser can be told. */
export async function takePicture(page: Page, kind: BrowserKind, name: string): Promise<void> {
  if (FOLDER === undefined) return
  await mkdir(FOLDER, { recursive: true })
  for (const value of kind === 'chromium' ? ['dark', 'light'] : ['light']) {
    if (kind === 'chromium')
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }])
    await page.screenshot({ path: join(FOLDER, `${name}-${kind}-${value}.png`) })
  }
}
