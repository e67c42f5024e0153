import { htmlOf, queryAll } from '../anchors/dom.ts'

/** How the page is read. Many an app says so of its body only. */
export function pageDirection(document: Document): 'ltr' | 'rtl' {
  const element = queryAll(document, 'body')[0] ?? htmlOf(document)
  return element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr'
}
