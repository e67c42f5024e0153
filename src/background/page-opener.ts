import type { HelpPage } from '../messaging/protocol.ts'

const READER = '/src/reader/index.html'
const SIDE = '/src/side/index.html'
/** Of a window that stands in for the side panel, in CSS px. */
const WINDOW = { width: 380, height: 640 }

interface Options {
  tabs: { create: (of: { url: string }) => Promise<unknown> }
  windows: {
    create: (of: { url: string; type: 'popup'; width: number; height: number }) => Promise<unknown>
  }
  openSidePanel: (tabId: number) => Promise<void>
}

/**
 * Opens pages of the extension for somebody in the help panel. Where the browser opens its side panel at a press on its
 * own bar only, as Firefox does, a small window follows the tab instead.
 */
export function createPageOpener({ tabs, windows, openSidePanel }: Options) {
  return async (page: HelpPage, tabId: number): Promise<void> => {
    if (page === 'reader') await tabs.create({ url: READER })
    else
      await openSidePanel(tabId).catch(() =>
        windows.create({ url: `${SIDE}?tab=${tabId}`, type: 'popup', ...WINDOW }),
      )
  }
}
