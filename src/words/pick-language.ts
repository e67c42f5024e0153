import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { Language, PickedLanguage } from './language.ts'
import { nl } from './nl.ts'
import { ptBR } from './pt-br.ts'

/** By tag. A regional one stands for its whole language: what is closest is better than English. */
export const LANGUAGES: Record<string, Language<never>> = { en, fr, de, es, pt: ptBR, nl, ar }

/** The language that `locale` asks for, a tag such as `pt-BR`; English where Handrail does not speak it. */
export function pickLanguage(locale: string): PickedLanguage {
  const name = locale.split('-')[0] ?? ''
  const language = Object.hasOwn(LANGUAGES, name) ? LANGUAGES[name] : undefined
  return language ? { ...language, tag: locale } : { ...en, tag: 'en' }
}
