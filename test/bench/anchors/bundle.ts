import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { bundleForPage } from '../bundle-for-page.ts'
import type { AnchorBench } from './page/main.ts'
import { MEDV_FINDER } from './releases.ts'
import { CACHE_FOLDER, unpack } from './unpack.ts'

declare global {
  var anchorBench: AnchorBench
}

/** Handrail's anchor code, the peers and the drifts as one script for the page. */
export async function bundlePageCode(): Promise<string> {
  const medv = await unpack(MEDV_FINDER, CACHE_FOLDER)
  return bundleForPage(join(import.meta.dirname, 'page/main.ts'), {
    '@medv/finder': join(medv, 'finder.js'),
  })
}

/** Puts the page code into a page, past its content security policy. */
export async function inject(page: Page, code: string): Promise<void> {
  await page.evaluate(code)
}
