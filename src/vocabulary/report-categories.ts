/** Why somebody says that a screen is hard: the seed causes of friction, as choices of a report. */
export const REPORT_CATEGORIES = {
  unfamiliar: 'I don’t know this screen',
  'too-many-steps': 'Too many steps',
  'wrong-order': 'Steps in the wrong order',
  'missing-information': 'Information is missing',
  'unclear-words': 'Words are unclear',
  'alert-noise': 'Too many alerts',
  'used-paper': 'I had to use paper or another system',
  'worked-around': 'I had to work around it',
  slow: 'It is slow',
} as const

export type ReportCategory = keyof typeof REPORT_CATEGORIES
