/** Longer texts are sentences or records, not the name of a control. */
const WORDS_MAX = 9
const LENGTH_MAX = 70

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*'
const PATTERNS: readonly RegExp[] = [
  /\d{3}/, // a number of a record, a telephone, a room
  /\d\s*[-/.]\s*\d{1,2}\s*[-/.]\s*\d/, // 12/03/80, 12-3-1980
  new RegExp(`\\b\\d{1,2}[\\s./-]*${MONTH}\\b|\\b${MONTH}[\\s.,/-]*\\d`, 'i'), // 12-Mar, Mar 12
  /\d{1,2}:\d{2}/, // a time
  /\d+\s*\/\s*\d+/, // 120/80
  /\d[.,]\d/, // 37.5
  /\d\s*(?:y|yrs?|years?|mo|mths?|months?|wks?|weeks?|d|days?|hrs?|hours?|min)\b/i, // an age
  /\d\s*(?:mg|g|kg|mcg|µg|ml|l|dl|mmol|mmhg|bpm|cm|mm|m|lbs?|oz|iu|units?|tabs?|%|°)/i, // a dose, a measure
  /\S@\S/, // an e-mail address
  /\bhttps?:|\bwww\./i,
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir)\b\.?\s+\p{L}/iu, // a person with a title
  /^\p{Lu}[\p{L}'’-]+,\s*\p{Lu}/u, // WILSON, John
  /(?:^|\s)#\d/,
]

/**
 * Whether a text has the marks of someone's data: digits, dates, addresses, measures, long prose. It
 * can't know a person's name from a heading's: what the page itself shows as data says the rest
 * (`createDataSight`).
 */
export function looksLikeData(text: string): boolean {
  if (text.length > LENGTH_MAX || text.split(/\s+/).length > WORDS_MAX) return true
  const plain = text.replace(/\b[234]D\b/g, '') // a view, not three days
  return PATTERNS.some((pattern) => pattern.test(plain))
}
