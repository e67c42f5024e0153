import type { ElementRegion } from '../vocabulary/element-regions.ts'
import type { ElementRole } from '../vocabulary/element-roles.ts'
import type { ReportCategory } from '../vocabulary/report-categories.ts'
import type { Frequency, Severity } from '../vocabulary/report-details.ts'
import type { PickedLanguage, WordKey } from '../words/language.ts'

/** Letters by their direction; what has none takes that of its neighbours. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u058f\u0900-\u1fff\u3040-\ud7ff]/
/** They keep what stands between them from turning what stands around it. */
const ISOLATE = '\u2068'
const END = '\u2069'

export type Values = Record<string, string | number>

/** Gives Handrail's own words: numbers as the language writes them, plurals by the value `count`. */
export interface Say {
  (key: WordKey, values?: Values): string
  direction: 'ltr' | 'rtl'
  /** Of the language. */
  tag: string
  /** A report's reason. */
  reason(category: ReportCategory): string
  severity(severity: Severity): string
  frequency(often: Frequency): string
  role(role: ElementRole): string
  region(region: ElementRegion): string
}

/** Handrail's words in a language, with `{places}` filled in. */
export function createWords({ tag, direction, words, ...choices }: PickedLanguage): Say {
  const plurals = new Intl.PluralRules(tag)
  const numbers = new Intl.NumberFormat(tag)
  const foreign = direction === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT

  function written(value: string | number): string {
    if (typeof value === 'number') return numbers.format(value)
    return foreign.test(value) ? ISOLATE + value + END : value
  }
  function say(key: WordKey, values: Values = {}): string {
    const word: string | Partial<Record<Intl.LDMLPluralRule, string>> = words[key]
    const form = typeof word === 'string' ? word : word[plurals.select(Number(values.count))]
    return (form ?? '').replace(/\{(\w+)\}/g, (place, name: string) => {
      const value = values[name]
      return value === undefined ? place : written(value)
    })
  }
  return Object.assign(say, {
    direction,
    tag,
    reason: (category: ReportCategory) => choices.reports[category],
    severity: (severity: Severity) => choices.severities[severity],
    frequency: (often: Frequency) => choices.frequencies[often],
    role: (role: ElementRole) => choices.roles[role],
    region: (region: ElementRegion) => choices.regions[region],
  })
}
