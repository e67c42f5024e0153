/** What the popup and the options page both say. */
export const sharedWords = {
  organisation: 'Set by your organisation',
  noAnswer: 'Handrail does not answer. Try again; if that does not help, restart the browser.',
  tryAgain: 'Try again',
  working: 'Working…',

  consentTitle: 'Send anonymised signals',
  consentSends:
    'Sent: which screen of the app, what happened there (for example, a press that did nothing), and roughly how often in an hour.',
  consentNever:
    'Never sent: what you type or read, patients, pictures, addresses of pages, or who you are.',
  consentRefused: 'The browser was not told yes, so nothing is sent.',

  deliveryOff: 'Nothing is sent: signals are off.',
  deliveryNoCollector: 'Nothing is sent: no collector is set in the options.',
  deliveryDisabled: 'Nothing is sent: Handrail is switched off.',
  deliveryIdle: 'Everything is sent.',
  deliveryNone: 'Nothing to send yet.',
  deliveryWaiting: {
    one: '{count} record waits to be sent.',
    other: '{count} records wait to be sent.',
  },
  deliveryRefused: 'The collector does not take the records. They are kept until it does.',
  deliveryUnreachable: 'The collector can’t be reached. The records are kept until it can.',
  deliveryLast: 'Last sent: {time}.',
  deliveryNext: 'Next attempt: {time}.',

  channelNone: 'No channel is set, so no guidance is fetched.',
  channelOk: 'The guidance is up to date.',
  channelExpired: 'The guidance has expired. Ask your IT team to publish it again.',
  channelRefused: 'The newest guidance was not taken. What was there before stays in use.',
  channelUnreachable: 'The channel can’t be reached. What was there before stays in use.',
  channelVersion: 'Version {version}.',
  channelExpires: 'Holds until {time}.',
  channelChecked: 'Last checked: {time}.',
} as const

export type SharedKey = keyof typeof sharedWords
