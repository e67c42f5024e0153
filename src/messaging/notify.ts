import { type NoticeName, noticeOf } from './notice.ts'

/** The part of `browser.tabs` that notices need. */
export interface NoticeTabs {
  query: (filter: object) => Promise<{ id?: number }[]>
  sendMessage: (tabId: number, message: unknown, options?: { frameId: number }) => Promise<unknown>
}

/** Tells every frame of one tab. */
export function notifyTab(tabs: NoticeTabs, tabId: number, name: NoticeName): void {
  tabs.sendMessage(tabId, noticeOf(name)).catch(() => undefined)
}

/** Tells the page of one tab, and none of its frames. */
export function notifyPage(tabs: NoticeTabs, tabId: number, name: NoticeName): void {
  tabs.sendMessage(tabId, noticeOf(name), { frameId: 0 }).catch(() => undefined)
}

/**
 * Tells every frame of every tab, and waits for none: a frozen tab would answer never, and one
 * without Handrail has nobody who listens.
 */
export async function notifyTabs(tabs: NoticeTabs, name: NoticeName): Promise<void> {
  for (const { id } of await tabs.query({})) if (id !== undefined) notifyTab(tabs, id, name)
}
