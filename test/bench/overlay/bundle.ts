import { join } from 'node:path'
import { CACHE_FOLDER, unpack } from '../anchors/unpack.ts'
import { bundleForPage } from '../bundle-for-page.ts'
import { DRIVER } from '../page/peers.ts'
import type { OverlayBench } from './page/main.ts'
import { SHEPHERD } from './peers.ts'

declare global {
  var overlayBench: OverlayBench
}

/** What measures, with driver.js and Shepherd, as one script for the page. */
export async function bundleOverlayBench(): Promise<string> {
  const driver = await unpack(DRIVER, CACHE_FOLDER)
  const shepherd = await unpack(SHEPHERD, CACHE_FOLDER)
  return bundleForPage(join(import.meta.dirname, 'page/main.ts'), {
    'driver.js-style': `${join(driver, 'dist/driver.css')}?inline`,
    'driver.js': join(driver, 'dist/driver.js.mjs'),
    'shepherd.js-style': `${join(shepherd, 'dist/css/shepherd.css')}?inline`,
    'shepherd.js': join(shepherd, 'dist/esm/shepherd.mjs'),
  })
}
