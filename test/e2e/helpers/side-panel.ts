import { expect } from 'vitest'
import type { LoadedBrowser } from '../../../demo/browser/launch.ts'
import { tabIdOf } from './extension-page.ts'

const PATIENCE = { timeout: 30_000 }
const byTestId = (id: string) => `[data-testid="${id}"]`

/**
 * The page of the side panel about the tab at this origin. No driver can open a browser's own panel: it stands in a
 * tab behind the app's, which has to be in front to be followed. There nothing is drawn: parts are waited for by
 * being there, and pressed by script.
 */
export async function openSidePanel(loaded: LoadedBrowser, origin: string) {
  const tabId = await tabIdOf(loaded, origin)
  const page = await loaded.openExtension(`src/side/index.html?tab=${tabId}`)
  const has = (testId: string, more = '') =>
    expect.poll(() => page.$(`${byTestId(testId)}${more}`).then(Boolean), PATIENCE).toBe(true)
  return {
    page,
    has,
    atStep: (id: string) => has('side-step', `[data-step="${id}"]`),
    async press(testId: string): Promise<void> {
      await has(testId)
      await page.$eval(byTestId(testId), (button) => (button as HTMLElement).click())
    },
    close: () => page.close(),
  }
}

export type SidePanel = Awaited<ReturnType<typeof openSidePanel>>
