import type { SettingsView, TabStatus } from '../messaging/protocol.ts'
import { momentWords } from '../page-kit/moment.ts'
import type { SayPopup } from './words.ts'

interface Options {
  status: TabStatus
  settings: SettingsView
  say: SayPopup
  now: number
  locale: string
}

/** Why Handrail does what it does in this tab, in words. */
export function reasonWords({ status, settings, say, now, locale }: Options): string {
  switch (status.state) {
    case 'on':
      return say('onReason')
    case 'paused':
      return status.pausedUntil === undefined
        ? say('pausedNoEnd')
        : say('pausedReason', { time: momentWords(status.pausedUntil, now, locale) })
    case 'disabled':
      return say(settings.managed.includes('enabled') ? 'disabledManaged' : 'disabledReason')
    case 'off-site':
      return say('offSiteReason')
    case 'needs-access':
      // The browser hides the address of a page that Handrail may not see.
      return say(status.url === undefined ? 'needsAccessUnknown' : 'needsAccessReason')
    case 'no-pack':
      return say('noPackReason')
  }
}
