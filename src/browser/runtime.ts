import type { Runtime } from './webextension.ts'

// `chrome`, which Firefox has as well: `browser` could be an element of the page by that id.
const world = globalThis as { chrome?: { runtime?: Runtime.Static } }

/**
 * What a script in a page uses of the browser's API, as it is: promises there need no polyfill, which
 * would be an eighth of what each page loads. Throws where the extension is gone, or is another version, as browsers do.
 */
export function pageRuntime(): Runtime.Static {
  const runtime = world.chrome?.runtime
  if (runtime?.id === undefined) throw new Error('Extension context invalidated.')
  return runtime
}

/** Whether the extension that put this script into the page is still there, in the same version. */
export function isExtensionAlive(): boolean {
  return world.chrome?.runtime?.id !== undefined
}
