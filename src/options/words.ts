import { createSay, type Languages, type Say } from '../page-kit/say.ts'
import { sharedWords } from '../page-kit/words.ts'

const en = {
  ...sharedWords,
  title: 'Handrail options',
  loading: 'Reading the settings…',
  sections: 'Sections',
  warningsTitle: 'Some settings are not used',
  warningsHint:
    'Their values don’t fit, so Handrail goes on without them. Where they come from your organisation’s policy, your IT team can mend them there.',
  warning: '{key}: {message}',

  general: 'General',
  enabled: 'Handrail is on',
  enabledHint: 'Off: nothing shows and nothing is counted, on any site.',
  locale: 'Language of the help',
  localeHint: 'For example en or pt-BR. Left empty: the browser’s language.',

  sites: 'Sites',
  sitesHint:
    'Handrail runs only on sites that are on this list, that its guidance covers, and for which the browser has been told yes.',
  sitesEmpty: 'No sites yet, so Handrail runs nowhere.',
  siteAdd: 'Add a site',
  siteAddHint:
    'An address stands for the whole site. For a part of it: https://ehr.example.org/app/*',
  add: 'Add',
  remove: 'Remove',
  removeSite: 'Remove {site}',
  siteAllowed: 'Allowed',
  siteNotAllowed: 'Not allowed yet',
  allow: 'Allow',
  allowSite: 'Allow {site}',
  siteTwice: 'This site is on the list already.',
  siteAdded: '{site} is on the list. Save to keep it.',
  siteAddedNotAllowed:
    '{site} is on the list, but the browser was told no. Press Allow to ask again. Save to keep it.',
  siteRemoved: '{site} is off the list. Save to keep it so.',
  siteAskFailed: 'The browser does not let Handrail ask for {site}: {message}',

  collector: 'Collector',
  collectorHint: 'Where anonymised signals go. It belongs to your organisation.',
  collectorUrl: 'Address of the collector',
  collectorUrlHint:
    'For example https://handrail.example.org. When you save a new address, the browser asks whether Handrail may reach it.',
  collectorToken: 'Token',
  collectorTokenHint: 'Your IT team has it. It lets this browser send, and says nothing about you.',
  reveal: 'Show',
  revealToken: 'Show the token',
  flushMinutes: 'Minutes between sendings',
  flushMinutesHint: 'From 0.5 to 1440. Left empty: 5.',
  requestsPerFlush: 'Requests of one sending, at most',
  requestsPerFlushHint: 'From 1 to 100, of 200 records each. Left empty: 24.',
  telemetryLabel: 'Send anonymised signals',

  channel: 'Guidance channel',
  channelHint: 'Where guidance comes from. Only what is signed with a trusted key is used.',
  channelUrl: 'Address of the channel',
  channelUrlHint:
    'For example https://handrail.example.org/v1/channels/main. Here, too, the browser asks first.',
  reachNeeded:
    'The browser has not been told that Handrail may reach {site}, so nothing goes there and nothing comes from there.',
  reachRefused: 'It was told no.',
  trustedKeys: 'Trusted keys',
  trustedKeysHint: 'One on each line: Ed25519 public keys in base64.',
  checkNow: 'Check now',
  checkSaved: 'Save first: this checks with the saved settings.',
  checkedSaid: 'Checked just now.',

  about: 'Department and roles',
  aboutHint:
    'For help that fits your work. Department and pilot group also go along with signals, so that groups can be compared; roles never do.',
  department: 'Department',
  cohort: 'Pilot group',
  idHint: 'As your IT team names it, for example intensive-care.',
  roles: 'Roles',
  rolesHint: 'One on each line, for example nurse.',
  appBuilds: 'Builds of your apps',
  appBuildsHint:
    'One on each line, for example openmrs@3.2.1. Help for one build shows only where it is named here.',
  quietHours: 'Quiet hours',
  quietHoursHint:
    'One span on each line, for example 22:00-06:00. In these hours nothing comes up by itself, except about safety.',
  optionalSignals: 'Optional signals',
  optionalSignalsHint:
    'One on each line: thrashed_cursor, late_entry. Off by themselves; a pack may switch late_entry on where this is empty.',

  leftOut:
    'These parts of overlays are left out, because their pack locks or no longer has what they would change:',

  personal: 'Your own changes',
  personalHint:
    'What you have pinned, hidden and shortened in the help panel, the text size, and the place of the help button. It stays in this browser. What you have completed and read is no part of it.',
  personalReset: 'Take all of it back',
  personalDone: 'Everything is as it was at first.',

  commentsTitle: 'What reports may hold',
  comments: 'Comments in reports',
  commentsHint: 'Checked: a comment is looked through for patient details before it can be sent.',
  commentsOff: 'Off: reports have no text',
  commentsChecked: 'Checked before sending',
  wireframes: 'Screens as grey boxes',
  wireframesHint:
    'A report may then hold its screen as grey boxes with their roles: no text, no picture, and no size that follows from either. It is shown before it is sent.',
  flagMode: 'Flag mode, for research',
  flagModeHint:
    'From the popup: to step through the parts of a screen and mark what confuses, and why. It is sent like a report, or saved as a file.',

  sent: 'What was sent',
  sentHint: 'Every record that left this browser and is still in the log, exactly as it was sent.',
  sentEmpty: 'Nothing has been sent from this browser.',
  sentFailed: 'The log can’t be read: {message}',
  sentRecords: { one: '{count} record', other: '{count} records' },
  sentNote: 'a comment or a drawing, by itself',
  sentBody: 'The request, byte for byte',
  sentNoBody: 'Of requests of an earlier release the bytes were not kept.',
  sentOlder: { one: 'Show {count} older batch', other: 'Show {count} older batches' },
  refresh: 'Read again',
  waitingTitle: 'Waiting to be sent',
  queuedTitle: 'What is waiting, in words',
  pauseHint:
    'While it is paused nothing shows, nothing is counted and nothing is sent, on any site.',
  pause: 'Pause for an hour',
  resume: 'Resume now',
  pausedUntil: 'Paused until {time}.',
  deleteWaiting: 'Delete what is waiting',
  deleteNone: 'Nothing is waiting.',
  deleteSure: {
    one: 'Delete {count} record that has not been sent? It can’t be brought back.',
    other: 'Delete {count} records that have not been sent? They can’t be brought back.',
  },
  deleteYes: 'Delete',
  deleteNo: 'Keep',
  deleted: { one: '{count} record deleted.', other: '{count} records deleted.' },
  failed: 'That did not work: {message}',

  fault: 'This can’t be saved. The rule: {message}.',
  faultLine: 'Line {line} can’t be saved. The rule: {message}.',
  save: 'Save',
  discard: 'Discard changes',
  unsaved: { one: '{count} unsaved change', other: '{count} unsaved changes' },
  noChanges: 'No unsaved changes',
  saving: 'Saving…',
  savedAll: 'Saved.',
  savedSome: {
    one: 'Saved, except {count} setting. See what it needs above.',
    other: 'Saved, except {count} settings. See what they need above.',
  },
  savedNone: {
    one: 'Not saved: {count} setting does not fit. See what it needs above.',
    other: 'Not saved: {count} settings do not fit. See what they need above.',
  },
  savedNothing: 'There is nothing to save.',
  saveFailed: 'Not saved: {message} What you have typed is still here.',
} as const

export type OptionsKey = keyof typeof en
export type SayOptions = Say<OptionsKey>

const languages: Languages<OptionsKey> = { en }

/** The words of the options page in a language; English where there is no other. */
export function createOptionsSay(locale: string): SayOptions {
  return createSay(languages, locale)
}
