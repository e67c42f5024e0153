import type { OptInKind } from '../vocabulary/dictionary.ts'
import type { Mark, Marks } from '../vocabulary/mark.ts'
import type { Note, PageNote } from '../vocabulary/note.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Policy, PolicyKey, PolicyWarning } from '../vocabulary/policy.ts'
import type { Preferences } from '../vocabulary/preferences.ts'
import type { PromptList } from '../vocabulary/prompt-lists.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Loss, Signal } from '../vocabulary/signal.ts'
import type { Tally } from '../vocabulary/tally.ts'
import type { PickedLanguage } from '../words/language.ts'
import type { Part } from './part.ts'

/** What a frame needs to do its work; nothing where Handrail is off for its page. */
export interface PageSetup {
  packs: Pack[]
  /** The language of the help, as the person or the policy wants it. */
  locale: string
  /** Handrail's own words in it, or in English. */
  language: PickedLanguage
  /** Whether signals may be counted and sent: consent, or policy. */
  telemetry: boolean
  /** The signals that run of those that are off by themselves. */
  optIn: readonly OptInKind[]
  /** What the policy allows of a report beside its reason. */
  reporting: { comments: boolean; wireframes: boolean; flags: boolean }
  /** What the person has put away or done, of these packs. */
  marks: Marks
  /** The tab is followed in the side panel: nothing is drawn on its pages. */
  isAside?: true
  /** How the person wants Handrail to look. */
  preferences: Preferences
  /** Hours in which nothing comes up by itself but for safety. */
  quietHours: readonly string[]
  /** The walkthrough that was under way in this tab before a reload. */
  run?: Run
}

/** Pages of the extension that help can be had on. */
export const HELP_PAGES = ['reader', 'side'] as const
export type HelpPage = (typeof HELP_PAGES)[number]

/** What one person has put away, done or changed for themselves. */
export type PersonalState = Pick<PageSetup, 'marks' | 'preferences'>

/** The walkthrough of a tab, which all its frames share. */
export interface TabRun {
  run?: Run
  /** How many frames lay claim to its present step. Only a single one may point at anything. */
  holders: number
  /** The single one is too small for words: they are for the page to show. */
  isCramped?: true
  /** It is followed in the side panel: nothing is drawn on the tab's pages. */
  isAside?: true
  /** The person types in another of the tab's frames. */
  isTypingElsewhere?: true
}

/** How things stand for one tab: what the popup shows. */
export interface TabStatus {
  url?: string
  /** `off-site`: no pack and no setting names this site. `needs-access`: the browser has not been told yes. */
  state: 'on' | 'paused' | 'disabled' | 'off-site' | 'needs-access' | 'no-pack'
  /** The host permission to ask for, where the state is `needs-access`. */
  origins: string[]
  pausedUntil?: number
  packs: { id: string; name: string; version: number }[]
  telemetry: boolean
  waiting: number
  delivery: DeliveryStatus
  channel: ChannelStatus
}

/** Times are ms since 1970. */
export interface DeliveryStatus {
  state: 'off' | 'idle' | 'waiting' | 'refused' | 'unreachable'
  message?: string
  lastSentAt?: number
  nextAttemptAt?: number
  waiting: number
}

export interface ChannelStatus {
  state: 'none' | 'ok' | 'unreachable' | 'refused'
  /** Why the newest channel file was not taken; what was good before stays in force. */
  message?: string
  version?: number
  expiresAt?: string
  checkedAt?: number
  /** What could not be taken of overlays, and why. */
  leftOut?: string[]
}

export interface SettingsView {
  /** What is in force, with defaults. */
  effective: Policy
  /** Keys that the organisation sets: shown, and not to be changed here. */
  managed: PolicyKey[]
  /** What the person has set. */
  own: Policy
  warnings: PolicyWarning[]
}

/** One line of the 'what was sent' log: the records of a batch, exactly as sent. */
export interface SentBatch {
  sentAt: number
  tallies: Tally[]
  /** Sent by itself: a comment, a wireframe or both. */
  note?: Note
  /** The same in words, one for each tally, or for the note. */
  lines: string[]
  /** The request's bytes, as text. */
  body?: string
}

/** What has not been sent, in words. */
export interface Queued {
  lines: string[]
}

/**
 * Every message and its answer. Content scripts may send the first group only, and the worker
 * checks that; extension pages may send all.
 */
export interface Requests {
  /** A frame has started, or its setup has changed: what applies here? */
  'page-setup': { request: undefined; response: PageSetup | undefined }
  /** Answered with the uids that are on disk. What is not named is sent again. */
  signals: { request: Signal[]; response: string[] }
  /** Keep a comment, a wireframe or both, to be sent; false where that may not be. */
  note: { request: PageNote; response: boolean }
  /** The page held more than it may while nobody answered: how many signals it dropped, each report once. */
  'signals-lost': { request: Loss; response: boolean }
  /** Put a part's script into the frame that asks. */
  'load-part': { request: Part; response: boolean }
  /** Keep the walkthrough of this tab; `undefined` ends it. */
  'keep-run': { request: Run | undefined; response: boolean }
  /** What has become of the walkthrough of this tab. */
  'tab-run': { request: undefined; response: TabRun }
  /** Keep what the person has put away or done. */
  'keep-mark': { request: Mark; response: boolean }

  /** The data of a picture, which a setup leaves out. */
  picture: { request: { pack: string; id: string }; response: string | undefined }
  /** Keep how the person wants Handrail to look. */
  'keep-preferences': { request: Preferences; response: boolean }
  /** What the person has put away, done or changed, as it stands now. */
  personal: { request: undefined; response: PersonalState }

  /** May this come up by itself now? Yes uses up the day's budget. */
  interrupt: { request: { pack: string; list: PromptList; id: string }; response: boolean }

  /** Open a page of the extension: all walkthroughs to read, or the side panel of this tab. */
  'open-page': { request: HelpPage; response: boolean }

  /** Every pack in force, pictures and all, for pages of the extension that show it. */
  'read-packs': {
    request: undefined
    response: { packs: Pack[]; locale: string; language: PickedLanguage }
  }
  'tab-status': { request: { tabId: number }; response: TabStatus }
  /** Pause on every site for some minutes; 0 ends the pause. */
  pause: { request: { minutes: number }; response: boolean }
  /** The person has granted host access: start in the tabs that are open. */
  'access-changed': { request: undefined; response: boolean }
  /** Open the help panel of a tab's page, or close it. */
  'toggle-help': { request: { tabId: number }; response: boolean }
  /** Open the flag mode of a tab's page, or leave it; false where the policy does not allow it. */
  'toggle-flags': { request: { tabId: number }; response: boolean }
  settings: { request: undefined; response: SettingsView }
  /** Saves the person's own settings; the answer holds a warning for each key that was refused. */
  'save-settings': { request: Policy; response: SettingsView }
  /** Takes back all that the person has changed for themselves in the help panel. */
  'reset-personal': { request: undefined; response: boolean }
  'sent-log': { request: undefined; response: SentBatch[] }
  /** What waits, in words: counts of the hours that are open, records, comments and wireframes. */
  queued: { request: undefined; response: Queued }
  'delete-waiting': { request: undefined; response: number }
  /** Fetch the channel and send what waits, now. */
  'sync-now': {
    request: undefined
    response: { delivery: DeliveryStatus; channel: ChannelStatus }
  }
}

/** What the worker tells frames, without an answer. */
export interface Notices {
  /** Settings, packs, consent or a pause have changed: ask for `page-setup` again. */
  'setup-changed': undefined
  /** The walkthrough of the tab, or which frames show its step: ask for `tab-run`. */
  'run-changed': undefined
  /** Open the help panel, or close it. To the page itself only. */
  'toggle-help': undefined
  /** Open the flag mode, or leave it. To the page itself only. */
  'toggle-flags': undefined
  /** What the person has put away, done or changed: ask for `personal`. */
  'personal-changed': undefined
}

/** The name of a frame's port to the worker, open while it lays claim to the present step. */
export const HOLD_PORT = 'hold'
/** The same, of a frame that is too small for a callout. */
export const CRAMPED_PORT = 'hold-cramped'
/** The name of a frame's port to the worker, open while somebody types in it. */
export const TYPING_PORT = 'typing'

export type RequestName = keyof Requests
export const CONTENT_REQUESTS = [
  'page-setup',
  'signals',
  'signals-lost',
  'note',
  'load-part',
  'keep-run',
  'tab-run',
  'keep-mark',
  'keep-preferences',
  'personal',
  'interrupt',
  'picture',
  'open-page',
] as const satisfies RequestName[]
