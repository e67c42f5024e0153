import { computed, effect } from '@preact/signals'
import type { Access } from '../page-kit/access.ts'
import type { AskWorker } from '../page-kit/ask-worker.ts'
import type { PolicyKey } from '../vocabulary/policy.ts'
import { permissionOrigin } from '../vocabulary/site.ts'
import { createPersonalReset } from './personal-model.ts'
import { createReach } from './reach-model.ts'
import { createRecords } from './records-model.ts'
import { createSettingsForm } from './settings-form.ts'
import { createSites } from './sites-model.ts'
import { createOptionsSay } from './words.ts'

export interface OptionsDeps {
  ask: AskWorker
  access: Access
  /** This page's own tab: how things stand is asked per tab. */
  tabId: () => Promise<number>
  /** The clock, ms since 1970. */
  now: () => number
  /** The browser's language, where no setting names one. */
  language: string
}

/** What decides whether records go out and guidance comes in: a change of it is tried at once. */
const CONNECTION: readonly PolicyKey[] = [
  'enabled',
  'collectorUrl',
  'collectorToken',
  'telemetry',
  'channelUrl',
  'trustedKeys',
]

/** Everything behind the options page. */
export function createOptions({ ask, access, tabId, now, language }: OptionsDeps) {
  const form = createSettingsForm(ask)
  const sites = createSites(form, access, ask)
  const reach = createReach(form, access)
  const records = createRecords(ask, tabId)
  const personal = createPersonalReset(ask)
  const locale = computed(() => form.view.value?.effective.locale ?? language)
  const say = computed(() => createOptionsSay(locale.value))
  const listed = computed(() => form.text('sites'))
  const stopSites = effect(() => {
    if (listed.value !== '') void sites.refresh()
  })
  const changes = new AbortController()
  const refreshAccess = () => Promise.all([sites.refresh(), reach.refresh()])
  access.onChange(() => void refreshAccess(), changes.signal)

  return {
    form,
    sites,
    reach,
    records,
    personal,
    access,
    locale,
    say,
    now,
    unsaved: computed(() => form.dirty.value.length + (sites.typed.value.trim() === '' ? 0 : 1)),
    load: async () => {
      await Promise.all([form.load().then(reach.refresh), records.load()])
    },
    /** Straight from the press: the browser may ask whether Handrail may reach a new address. */
    async save() {
      // A site that was typed but not added is meant to be saved too.
      const site = sites.take()
      const isConnection = form.dirty.value.some((key) => CONNECTION.includes(key))
      const origins = [...reach.edited(), ...(site === undefined ? [] : [permissionOrigin(site)])]
      // Saved whatever the answer: a no is told beside the address, and can be mended there.
      if (origins.length > 0) await reach.ask(origins)
      await form.save(sites.fault.value === undefined ? 0 : 1)
      await refreshAccess()
      await (isConnection ? records.syncNow() : records.loadStanding())
    },
    /** Straight from the press. */
    async allowServer(origin: string) {
      const isGranted = await reach.ask([origin])
      await refreshAccess()
      if (isGranted) await records.syncNow()
    },
    discard() {
      form.discard()
      sites.type('')
    },
    stop() {
      stopSites()
      changes.abort()
    },
  }
}

export type OptionsModel = ReturnType<typeof createOptions>
