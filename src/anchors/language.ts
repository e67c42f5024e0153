import { attributeOf, selfAndAncestors } from './dom.ts'

/** The language that the page says an element is in, without its region: 'pt' of 'pt-BR'. */
export function languageOf(element: Element): string | undefined {
  for (const around of selfAndAncestors(element)) {
    const lang = attributeOf(around, 'lang')
    if (lang) return /^[a-z]{2,3}(?![a-z])/.exec(lang.toLowerCase())?.[0]
  }
  return undefined
}
