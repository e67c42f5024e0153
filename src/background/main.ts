import { openSidePanel } from '../browser/side-panel.ts'
import { restrictStorage } from '../browser/trusted-storage.ts'
import { browser, type Runtime } from '../browser/webextension.ts'
import guidanceFile from '../content/guidance-main.ts?iife'
import sensorFile from '../content/main.ts?iife'
import reportingFile from '../content/reporting-main.ts?iife'
import searchFile from '../content/search-main.ts?iife'
import sensingFile from '../content/sensing-main.ts?iife'
import { createRouter } from '../messaging/answer.ts'
import { notifyPage, notifyTab, notifyTabs } from '../messaging/notify.ts'
import { CRAMPED_PORT, HOLD_PORT, TYPING_PORT } from '../messaging/protocol.ts'
import { siteAddress } from '../messaging/sender-address.ts'
import { createDurableStore } from '../outbox/durable-store.ts'
import { deleteIdbStore, openIdbStore } from '../outbox/idb-store.ts'
import { createMemoryStore } from '../outbox/memory-store.ts'
import { createOutbox } from '../outbox/outbox.ts'
import { createNotePoster, createPoster } from '../transport/post-batch.ts'
import { createInterruptions } from '../walkthroughs/interruptions.ts'
import { localDay } from '../walkthroughs/local-day.ts'
import { minuteOfDay } from '../walkthroughs/quiet-hours.ts'
import { createAbandoned } from './abandoned.ts'
import { FLUSH_ALARM, PAUSE_ALARM, POLL_ALARM } from './alarms.ts'
import { createChannel } from './channel.ts'
import { createChannelFetch } from './channel-fetch.ts'
import { createChannelStore } from './channel-store.ts'
import { createControl } from './control.ts'
import { createDelivery } from './delivery.ts'
import { createFirstSeen } from './first-seen.ts'
import { createHolders } from './holders.ts'
import { createInterruptionDay } from './interruption-day.ts'
import { createMarkStore } from './mark-store.ts'
import { createPageOpener } from './page-opener.ts'
import { createPause } from './pause.ts'
import { createPreferences } from './preferences.ts'
import { createRateLimit } from './rate-limit.ts'
import { report } from './report.ts'
import { createHandlers } from './requests.ts'
import { createRunFamily } from './run-family.ts'
import { createRunStore } from './run-store.ts'
import { createSensor } from './sensor.ts'
import { createSettings, SETTINGS_KEY } from './settings.ts'
import { createSides } from './sides.ts'
import { createTypists } from './typists.ts'

const { runtime, storage, tabs, scripting, permissions, alarms, action, i18n, commands, windows } =
  browser
/** What is put into a frame when it is first needed there. */
const PART_FILES = {
  guidance: guidanceFile,
  sensing: sensingFile,
  search: searchFile,
  reporting: reportingFile,
}
/** As in the manifest. */
const HELP_COMMAND = 'toggle-help'
const now = Date.now
const random = Math.random
const today = () => localDay(new Date())
const uuid = () => crypto.randomUUID()
const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)

const settings = createSettings({
  local: storage.local,
  readManaged: () => storage.managed.get(),
})
const outbox = createOutbox({
  store: createDurableStore({
    open: openIdbStore,
    remove: deleteIdbStore,
    fallback: createMemoryStore,
    report,
  }),
  now,
  uuid,
})
const posting = { fetch, now, version: runtime.getManifest().version }
const delivery = createDelivery({
  outbox,
  post: createPoster(posting),
  postNote: createNotePoster(posting),
  withLock: (act) => navigator.locks.request('handrail-flush', act),
  now,
  random,
})
const channel = createChannel({
  store: createChannelStore(storage.local),
  fetchChannel: createChannelFetch({ fetch, now }),
  now,
  report,
})
const sensor = createSensor({ browser: { scripting, permissions, tabs }, file: sensorFile })
const runs = createRunStore(storage.session, storage.local)
const pause = createPause(storage.local, alarms, now)
const limit = createRateLimit(now)
const runChanged = (tabId: number) => notifyTab(tabs, tabId, 'run-changed')
const toggleHelp = (tabId: number) => notifyPage(tabs, tabId, 'toggle-help')
const family = createRunFamily({
  runs,
  session: storage.session,
  tabs: () => tabs.query({}),
  runChanged,
})
const holders = createHolders({
  onChange: runChanged,
  after: (ms, act) => void setTimeout(act, ms),
})
const typists = createTypists(runChanged)
const sides = createSides(runChanged)
const notify = () => notifyTabs(tabs, 'setup-changed')
const control = createControl({
  settings,
  channel,
  sensor,
  delivery,
  outbox,
  alarms,
  random,
  now,
  isPaused: async () => (await pause.until()) !== undefined,
  notify,
  showTrouble: (isTrouble) => action.setBadgeText({ text: isTrouble ? '!' : '' }),
})
const isSite = async (url: string) =>
  (await control.packsAt(url, await control.effective())).length > 0
const abandoned = createAbandoned({
  outbox,
  effective: control.effective,
  packs: channel.packs,
  uuid,
})
async function closed(tabId: number): Promise<void> {
  const run = await family.closed(tabId)
  if (run !== undefined) await abandoned(run)
}
const route = createRouter({
  handlers: createHandlers({
    control,
    settings,
    channel,
    sensor,
    outbox,
    runs,
    family,
    marks: createMarkStore(storage.local),
    preferences: createPreferences(storage.local),
    personalChanged: () => notifyTabs(tabs, 'personal-changed'),
    firstSeen: createFirstSeen({ local: storage.local, today }),
    moment: () => ({ day: today(), minute: minuteOfDay(new Date()) }),
    interruptions: createInterruptions({
      today,
      storage: createInterruptionDay(storage.local),
    }),
    holders,
    typists,
    isAside: sides.has,
    openPage: createPageOpener({ tabs, windows, openSidePanel }),
    runChanged,
    toggleHelp,
    toggleFlags: (tabId) => notifyPage(tabs, tabId, 'toggle-flags'),
    pause,
    notify,
    urlOfTab: async (tabId) => (await tabs.get(tabId)).url,
    inject: async (part, tabId, frameId) => {
      await scripting.executeScript({
        target: { tabId, frameIds: [frameId] },
        files: [PART_FILES[part]],
      })
    },
    language: i18n.getUILanguage(),
  }),
  extensionId: runtime.id,
  ownOrigin: runtime.getURL(''),
  isSite,
  isWithinRate: limit.isWithinRate,
  report,
})

const watch = (work: Promise<unknown>) => void work.catch(report)

// A worker is woken by the events that it listens to by the end of its first turn.
runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
  route(message, sender),
)
runtime.onConnect.addListener((port) => {
  const sender = port.sender ?? {}
  const { id, tab } = sender
  const tabId = tab?.id
  const isHold = port.name === HOLD_PORT || port.name === CRAMPED_PORT
  const isTyping = port.name === TYPING_PORT
  const isOwnPage = (sender.url ?? '').startsWith(runtime.getURL(''))
  if (id === runtime.id && isOwnPage && sides.add(port)) return undefined
  if (id !== runtime.id || !(isHold || isTyping) || tabId === undefined) return port.disconnect()
  if (!limit.isWithinRate(tabId)) return port.disconnect()
  // Counted at once: it may close while the site is looked up, and nothing would tell of that later.
  const remove = (isTyping ? typists : holders).add(tabId, port)
  async function check(): Promise<void> {
    if (await isSite(siteAddress(sender))) return
    remove()
    port.disconnect()
  }
  return watch(check())
})
runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'update') watch(runs.updated())
  watch(control.settingsChanged())
})
runtime.onStartup.addListener(() => {
  watch(runs.started())
  watch(control.settingsChanged())
})
storage.onChanged.addListener((changes, area) => {
  // A policy changes in every browser at once: those send at their own time.
  if (area === 'managed') watch(control.settingsChanged())
  if (area === 'local' && SETTINGS_KEY in changes) watch(control.ownSettingsChanged())
})
permissions.onAdded.addListener(() => watch(control.accessGranted()))
permissions.onRemoved.addListener(() => watch(control.accessChanged()))
alarms.onAlarm.addListener(({ name }) => {
  if (name === FLUSH_ALARM) watch(control.flush())
  if (name === POLL_ALARM) watch(control.pollChannel())
  if (name === PAUSE_ALARM) watch(notify())
})
commands.onCommand.addListener((name, tab) => {
  if (name === HELP_COMMAND && tab?.id !== undefined) toggleHelp(tab.id)
})
tabs.onActivated.addListener(({ tabId }) => watch(family.activated(tabId)))
tabs.onRemoved.addListener((tabId) => {
  limit.forget(tabId)
  watch(closed(tabId))
})

watch(restrictStorage(storage.local))
watch(control.wake())
