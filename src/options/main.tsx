import { render } from 'preact'
import { browser } from '../browser/webextension.ts'
import { request } from '../messaging/request.ts'
import { createAccess } from '../page-kit/access.ts'
import { Options } from './options.tsx'
import { createOptions } from './options-model.ts'

async function tabId(): Promise<number> {
  return (await browser.tabs.getCurrent())?.id ?? browser.tabs.TAB_ID_NONE
}

const model = createOptions({
  ask: request,
  access: await createAccess(),
  tabId,
  now: Date.now,
  language: navigator.language,
})
addEventListener('pagehide', (event) => {
  if (!event.persisted) model.stop()
})
addEventListener('beforeunload', (event) => {
  if (model.unsaved.value > 0) event.preventDefault()
})
// The popup changes settings too; what is being edited here stays.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void model.load()
})
render(<Options model={model} />, document.body)
await model.load()
// The sections are drawn only now: a link from the popup names one of them.
document.getElementById(location.hash.slice(1))?.scrollIntoView()
