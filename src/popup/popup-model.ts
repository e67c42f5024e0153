import { batch, computed, signal } from '@preact/signals'
import type { SettingsView, TabStatus } from '../messaging/protocol.ts'
import type { Access } from '../page-kit/access.ts'
import type { AskWorker } from '../page-kit/ask-worker.ts'
import { messageOf } from '../page-kit/message-of.ts'
import { createPopupSay } from './words.ts'

export interface PopupDeps {
  ask: AskWorker
  access: Access
  /** The tab that the popup is about. */
  tabId: () => Promise<number>
  /** The keys that open the help of a page, as the browser names them; '' where it has none. */
  shortcut: () => Promise<string>
  /** Opens the side panel of the tab, within the press. */
  openSide: () => Promise<void>
  /** Closes the popup. */
  close: () => void
  /** The clock, ms since 1970. */
  now: () => number
  /** The browser's language, where no setting names one. */
  language: string
}

/** What the popup knows and can do. Every action says what came of it in `said`. */
export function createPopup({
  ask,
  access,
  tabId,
  shortcut,
  openSide,
  close,
  now,
  language,
}: PopupDeps) {
  const status = signal<TabStatus>()
  const settings = signal<SettingsView>()
  const failure = signal<string>()
  const said = signal('')
  const isBusy = signal(false)
  const keys = signal('')
  const locale = computed(() => settings.value?.effective.locale ?? language)
  const say = computed(() => createPopupSay(locale.value))

  const load = async () => {
    try {
      const [nextStatus, nextSettings] = await Promise.all([
        tabId().then((id) => ask('tab-status', { tabId: id })),
        ask('settings', undefined),
      ])
      const nextKeys = await shortcut()
      batch(() => {
        keys.value = nextKeys
        status.value = nextStatus
        settings.value = nextSettings
        failure.value = undefined
      })
    } catch (error) {
      failure.value = messageOf(error)
    }
  }

  const run = async (act: () => Promise<string>) => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      const outcome = await act()
      await load()
      said.value = outcome
    } catch (error) {
      failure.value = messageOf(error)
    } finally {
      isBusy.value = false
    }
  }

  return {
    status,
    settings,
    failure,
    said,
    isBusy,
    keys,
    locale,
    say,
    now,
    load,
    /** To be called straight from the press: the browser wants the person's gesture. */
    allow: () => {
      const question = access.askForSites(status.value?.origins ?? [])
      return run(async () => {
        const answer = await question.catch((error: unknown) => messageOf(error))
        if (typeof answer === 'string') return say.value('allowFailed', { message: answer })
        if (!answer) return say.value('notAllowed')
        await ask('access-changed', undefined)
        return say.value('allowed')
      })
    },
    pause: (minutes: number) =>
      run(async () => {
        await ask('pause', { minutes })
        return say.value(minutes > 0 ? 'pausedSaid' : 'resumedSaid')
      }),
    /** Straight from the press, like `allow`: Firefox asks for its own consent as well. */
    consent: (isOn: boolean) => {
      const question = isOn ? access.askToSend() : Promise.resolve(true)
      return run(async () => {
        if (!(await question.catch(() => false))) return say.value('consentRefused')
        const { own } = await ask('settings', undefined)
        const telemetry = isOn ? 'on' : 'off'
        const { warnings } = await ask('save-settings', { ...own, telemetry })
        const refused = warnings.find(({ key }) => key === 'telemetry')
        if (refused !== undefined) return say.value('consentKept', { message: refused.message })
        return say.value(isOn ? 'consentOnSaid' : 'consentOffSaid')
      })
    },
    openHelp: () =>
      run(async () => {
        await ask('toggle-help', { tabId: await tabId() })
        close()
        return ''
      }),
    flag: () =>
      run(async () => {
        await ask('toggle-flags', { tabId: await tabId() })
        close()
        return ''
      }),
    followAtSide: () =>
      run(async () => {
        await openSide()
        close()
        return ''
      }),
    syncNow: () =>
      run(async () => {
        await ask('sync-now', undefined)
        return say.value('syncedSaid')
      }),
  }
}

export type PopupModel = ReturnType<typeof createPopup>
