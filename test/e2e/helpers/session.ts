import type { Page } from 'puppeteer-core'
import { type BrowserKind, findBrowser } from '../../../demo/browser/find.ts'
import { type LoadedBrowser, launchWithHandrail } from '../../../demo/browser/launch.ts'
import { askWorker, saveSettings } from '../../../demo/browser/settings.ts'
import { DIST_FOLDER, type Stack, startStack } from '../../../demo/stack.ts'
import type { Policy } from '../../../src/vocabulary/policy.ts'
import { FIREFOX_LOOK } from './looks.ts'
import { type OverlayDriver, overlayOf } from './overlay.ts'

/** Both browsers, for `describe.each`; one of them where `HANDRAIL_BROWSER` names it. */
export const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (kind) => (process.env.HANDRAIL_BROWSER ?? kind) === kind,
)

export interface Session {
  stack: Stack
  loaded: LoadedBrowser
  page: Page
  overlay: OverlayDriver
  /** Saves the stack's settings, with changes. */
  configure: (more: Policy) => Promise<void>
  /** Fetches the channel and sends what waits, now. */
  sync: () => Promise<void>
  /** Everything that the pages and the extension's pages have logged. */
  logged: string[]
  stop: () => Promise<void>
}

/**
 * A stack of its own and a browser with Handrail in it, configured unless `settings` is 'none'.
 * `hosts`: match patterns that Handrail may run on beside the demo's own.
 */
export async function startSession(
  kind: BrowserKind,
  settings: Policy | 'none' = {},
  dataDir?: string,
  hosts: readonly string[] = [],
): Promise<Session> {
  const browser = findBrowser(kind)
  if (browser === undefined) throw new Error(`${kind} is not installed: npm test installs it`)
  const stack = await startStack({
    ...(dataDir === undefined ? {} : { dataDir }),
    ehrPort: 0,
    collectorPort: 0,
  })
  let loaded: LoadedBrowser | undefined
  try {
    loaded = await launchWithHandrail({
      browser,
      distDir: DIST_FOLDER,
      hosts: [`${stack.ehr.origin}/*`, ...hosts],
      headless: true,
      preferences: FIREFOX_LOOK,
    })
    const running = loaded
    const configure = (more: Policy) => saveSettings(running, { ...stack.settings, ...more })
    if (settings !== 'none') await configure(settings)
    const page = await running.browser.newPage()
    const logged: string[] = []
    let stopping: Promise<void> | undefined
    page.on('console', (message) => logged.push(message.text()))
    return {
      stack,
      loaded: running,
      page,
      overlay: overlayOf(page),
      configure,
      async sync() {
        await askWorker(running, 'sync-now')
      },
      logged,
      stop() {
        stopping ??= running.stop().then(stack.stop)
        return stopping
      },
    }
  } catch (error) {
    await loaded?.stop()
    await stack.stop()
    throw error
  }
}
