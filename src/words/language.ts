import type { ElementRegion } from '../vocabulary/element-regions.ts'
import type { ElementRole } from '../vocabulary/element-roles.ts'
import type { ReportCategory } from '../vocabulary/report-categories.ts'
import type { Frequency, Severity } from '../vocabulary/report-details.ts'
import type { en } from './en.ts'

type English = typeof en.words

export type WordKey = keyof English

/**
 * What Handrail says in one language. `Form`: the plural forms that the language has for whole numbers, of
 * which the value `count` picks one. `{places}` are filled in.
 */
export interface Language<Form extends Intl.LDMLPluralRule> {
  direction: 'ltr' | 'rtl'
  words: { [Key in WordKey]: English[Key] extends string ? string : Record<Form, string> }
  /** Why somebody says that a screen is hard. */
  reports: Record<ReportCategory, string>
  /** How bad it is, and how often. */
  severities: Record<Severity, string>
  frequencies: Record<Frequency, string>
  /** What a part of a page is that no pack names, and where it stands. */
  roles: Record<ElementRole, string>
  regions: Record<ElementRegion, string>
}

/** The language of one person's help, as the worker gives it to pages. */
export interface PickedLanguage extends Language<never> {
  /** By which numbers are written and plural forms are picked: with its region, where it was asked for. */
  tag: string
}
