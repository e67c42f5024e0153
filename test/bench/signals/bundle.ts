import { join } from 'node:path'
import { bundleForPage } from '../bundle-for-page.ts'

/** What stands for the address of the sensing code in traces. */
export const SENSING_URL = 'handrail-sensing.js'

/**
 * Handrail’s sensing and what starts it as one script, as small as a release’s. What it is told of the screen it is
 * told so often, in ms.
 */
export async function bundleSensing(): Promise<(looksEveryMs: number) => string> {
  const code = await bundleForPage(join(import.meta.dirname, 'page/main.ts'), {})
  return (looksEveryMs) =>
    `globalThis.benchLooksEveryMs = ${looksEveryMs};${code}\n//# sourceURL=${SENSING_URL}`
}
