import { computed, effect } from '@preact/signals'
import type { Access } from '../page-kit/access.ts'
import type { AskWorker } from '../page-kit/ask-worker.ts'
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

/** Everything behind the options page. */
export function createOptions({ ask, access, tabId, now, language }: OptionsDeps) {
  const form = createSettingsForm(ask)
  const sites = createSites(form, access, ask)
  const records = createRecords(ask, tabId)
  const locale = computed(() => form.view.value?.effective.locale ?? language)
  const say = computed(() => createOptionsSay(locale.value))
  const listed = computed(() => form.text('sites'))
  const stopSites = effect(() => {
    if (listed.value !== '') void sites.refresh()
  })
  const changes = new AbortController()
  access.onChange(() => void sites.refresh(), changes.signal)

  return {
    form,
    sites,
    records,
    access,
    locale,
    say,
    now,
    unsaved: computed(() => form.dirty.value.length + (sites.typed.value.trim() === '' ? 0 : 1)),
    load: async () => {
      await Promise.all([form.load(), records.load()])
    },
    async save() {
      // A site that was typed but not added is meant to be saved too.
      sites.take()
      await form.save(sites.fault.value === undefined ? 0 : 1)
      await records.loadStanding()
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
