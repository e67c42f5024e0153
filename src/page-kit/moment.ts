/**
 * A moment (ms since 1970) as people say it, in local time: the hour alone on the same day, else
 * the day and the hour, with the year where it is another one.
 */
export function momentWords(at: number, now: number, locale: string): string {
  const then = new Date(at)
  const today = new Date(now)
  const time: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
  if (then.toDateString() === today.toDateString()) return format(then, time, locale)
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  const year: Intl.DateTimeFormatOptions =
    then.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }
  return format(then, { ...day, ...year, ...time }, locale)
}

function format(date: Date, options: Intl.DateTimeFormatOptions, locale: string): string {
  return new Intl.DateTimeFormat(locale, options).format(date)
}
