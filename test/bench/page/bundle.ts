import { join } from 'node:path'
import { CACHE_FOLDER, unpack } from '../anchors/unpack.ts'
import { bundleForPage } from '../bundle-for-page.ts'
import type { PageBench } from './page/main.ts'
import { DRIVER } from './peers.ts'

declare global {
  var pageBench: PageBench
}

/** Handrail's looking code, the storm and driver.js as one script for the page. */
export async function bundlePageBench(): Promise<string> {
  const driver = await unpack(DRIVER, CACHE_FOLDER)
  return bundleForPage(join(import.meta.dirname, 'page/main.ts'), {
    'driver.js': join(driver, 'dist/driver.js.mjs'),
  })
}
