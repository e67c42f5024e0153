import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { BrowserKind } from '../../../demo/browser/find.ts'
import { looksIn, setLook } from './looks.ts'

const FOLDER = process.env.HANDRAIL_PICTURES

/** A phone's width, and that of a page of 1280 px at 400 %: WCAG 1.4.10. */
const NARROW = { width: 320, height: 640 }

/** What stands beside something has been placed anew by then. */
const PLACED_MS = 400

/** Where `HANDRAIL_PICTURES` names a folder, pictures of the page go there, one a look. */
export async function takePicture(
  page: Page,
  kind: BrowserKind,
  name: string,
  looks = looksIn(kind),
): Promise<void> {
  for (const look of looks) {
    if (FOLDER === undefined) return
    await setLook(kind, page, look)
    await shoot(page, `${name}-${kind}-${look}`)
  }
}

/** The same in a narrow window, which may be too narrow for some of ours: for the end of a test. */
export async function takeNarrowPicture(
  page: Page,
  kind: BrowserKind,
  name: string,
): Promise<void> {
  if (FOLDER === undefined) return
  const before = page.viewport()
  await page.setViewport(NARROW)
  await setTimeout(PLACED_MS)
  await shoot(page, `${name}-${kind}-narrow`)
  await page.setViewport(before)
  await setTimeout(PLACED_MS)
}

async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER ?? '', { recursive: true })
  await page.screenshot({ path: join(FOLDER ?? '', `${name}.png`) })
}
