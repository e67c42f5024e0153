import { bodyOf, htmlOf } from '../anchors/dom.ts'

/** How the page is read. Many an app says so of its body only. */
export function pageDirection(document: Document): 'ltr' | 'rtl' {
  const element = bodyOf(document) ?? htmlOf(document)
  return element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr'
}
