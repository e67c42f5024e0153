import { join } from 'node:path'
import { bundleForPage } from '../bundle-for-page.ts'

/** What stands for the address of the sensing code in traces. */
export const SENSING_URL = 'handrail-sensing.js'

/** Handrail’s sensing and what starts it as one script, as small as a release’s. */
export async function bundleSensing(): Promise<string> {
  const code = await bundleForPage(join(import.meta.dirname, 'page/main.ts'), {})
  return `${code}\n//# sourceURL=${SENSING_URL}`
}
