import type { Figure } from '../summary/figure.ts'
import type { Completion } from '../summary/walkthroughs.ts'

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** `1,204`; `≥1,204` where small groups come on top; `few` where there are only small groups. */
export function figureText({ count, few }: Figure): string {
  if (few && count === 0) return 'few'
  return `${few ? '≥' : ''}${whole.format(count)}`
}

/** `≥1,204`: of what is known as a lower bound only. */
export function atLeast({ count }: Figure): string {
  return `≥${whole.format(count)}`
}

/** `3.2`; `≥3.2` where small groups come on top; `–` without a visit. */
export function rateText(per100: number | null, figure: Figure): string {
  if (per100 === null) return '–'
  if (figure.few && per100 === 0) return 'few'
  return `${figure.few ? '≥' : ''}${tenth.format(per100)}`
}

/** `67 %`. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)} %`
}

/** `45–83 %`, unbroken. */
export function intervalText({ low, high }: Completion): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)}\u00a0%`
}

/** `24 Nov 2026` of an ISO day. */
export function dayText(iso: string): string {
  const day = new Date(`${iso}T00:00:00Z`)
  return day.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
}

/** `1 screen`, `2 screens`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`
}
