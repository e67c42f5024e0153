import { createSay, type Languages, type Say } from '../page-kit/say.ts'
import { sharedWords } from '../page-kit/words.ts'

const en = {
  ...sharedWords,
  title: 'Handrail',
  loading: 'Looking at this page…',
  thisPage: 'This page',

  on: 'On for this site',
  onReason: 'Help is in the corner of the page, where you need it.',
  openHelp: 'Open help',
  openHelpBy: 'Open help ({keys})',
  atSide: 'Follow at the side',
  flag: 'Flag what confuses',
  toRead: 'Walkthroughs to read',
  paused: 'Paused on every site',
  pausedReason: 'Nothing shows and nothing is counted until {time}.',
  pausedNoEnd: 'Nothing shows and nothing is counted until you resume.',
  disabled: 'Switched off',
  disabledReason: 'Handrail is switched off in the options.',
  disabledManaged: 'Your organisation has switched Handrail off.',
  'off-site': 'Off for this page',
  offSiteReason:
    'Handrail works only on sites that its guidance covers and that are on the list in the options.',
  'needs-access': 'Not allowed here yet',
  needsAccessReason:
    'There is guidance for this site. The browser needs your yes before Handrail may run here.',
  'no-pack': 'No guidance yet',
  noPackReason: 'No guidance has arrived in this browser, so there is nothing to show.',
  needsAccessUnknown:
    'Some sites with guidance are not allowed yet, and this page may be one of them: the browser hides its address until it has your yes.',
  allow: 'Allow on this site',
  allowed: 'Allowed. Handrail starts on this site now.',
  notAllowed: 'Not allowed: the browser was told no. You can allow it here at any time.',
  allowFailed: 'The browser does not let Handrail ask: {message}',
  asksFor: 'It asks for: {origins}',
  version: 'version {version}',

  pauseTitle: 'Pause',
  pauseHint: 'On every site. Until tomorrow means {time}.',
  pause15: '15 minutes',
  pause60: '1 hour',
  pauseTomorrow: 'Until tomorrow',
  resume: 'Resume now',
  pausedSaid: 'Paused.',
  resumedSaid: 'Handrail is back.',

  consentLabel: 'Send them',
  consentWhat: 'What is sent, and what never is',
  consentOnSaid: 'Signals are on.',
  consentOffSaid: 'Signals are off: nothing more is counted.',
  consentKept: 'This could not be saved: {message}',

  deliveryTitle: 'Sending',
  channelTitle: 'Guidance',
  syncNow: 'Try now',
  syncedSaid: 'Tried just now.',
  options: 'Options',
  sentLog: 'What was sent',
} as const

export type PopupKey = keyof typeof en
export type SayPopup = Say<PopupKey>

const languages: Languages<PopupKey> = { en }

/** The popup's words in a language; English where there is no other. */
export function createPopupSay(locale: string): SayPopup {
  return createSay(languages, locale)
}
