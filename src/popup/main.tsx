import { render } from 'preact'
import { openSidePanel } from '../browser/side-panel.ts'
import { browser } from '../browser/webextension.ts'
import { request } from '../messaging/request.ts'
import { createAccess } from '../page-kit/access.ts'
import { Popup } from './popup.tsx'
import { createPopup } from './popup-model.ts'

/** The tab in front; or the one that the address names, for a popup that is open as a page. */
async function tabId(): Promise<number> {
  const named = new URLSearchParams(location.search).get('tab')
  if (named !== null) return Number(named)
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab?.id ?? browser.tabs.TAB_ID_NONE
}

/** Known before any press: a browser opens its side panel within one only. */
const tab = await tabId()
const access = await createAccess()
const model = createPopup({
  ask: request,
  access,
  tabId,
  async shortcut() {
    const commands = await browser.commands.getAll()
    return commands.find(({ name }) => name === 'toggle-help')?.shortcut ?? ''
  },
  async openSide() {
    if (tab !== undefined) await openSidePanel(tab)
  },
  close: () => window.close(),
  now: Date.now,
  language: navigator.language,
})
const changes = new AbortController()
access.onChange(model.load, changes.signal)
addEventListener('pagehide', () => changes.abort())
render(<Popup model={model} />, document.body)
await model.load()
