import { browser } from './webextension.ts'

interface SidePanel {
  open: (of: { tabId: number }) => Promise<void>
}

// Chromium's; the polyfill does not know it.
const world = globalThis as { chrome?: { sidePanel?: SidePanel } }

/**
 * Opens the browser's side panel (Chromium) or sidebar (Firefox) beside a tab. To be called within a press,
 * before anything is waited for. Rejects where the browser does not allow it.
 */
export async function openSidePanel(tabId: number): Promise<void> {
  const panel = world.chrome?.sidePanel
  if (panel !== undefined) return panel.open({ tabId })
  return browser.sidebarAction.open()
}
