import { isHttps } from './link-hosts.ts'

/** Overrides and isolates: they can show a link's text in another order than it is written. */
const BIDI_CONTROL = /[\u202A-\u202E\u2066-\u2069]/
/** Cc but tab and line feed. */
const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029]/u
/** `[words](address)`; the address ends at a space or the closing bracket. */
const LINK = /\[([^[\]]*)\]\(\s*<?([^)\s>]*)/g
/** Wider than `LINK`: whatever a reader of markdown could take for the address of a link. */
const ADDRESS = /\]\(\s*<?([^)\s>]*)/g
const REFERENCE_LINK = /^ {0,3}\[[^\]]*\]:/m
const AUTOLINK_OR_TAG = /<[a-z/!?]/i

export interface MarkdownLink {
  words: string
  address: string
}

/** The links of a text, in order. */
export function markdownLinks(text: string): MarkdownLink[] {
  return Array.from(text.matchAll(LINK), ([, words = '', address = '']) => ({ words, address }))
}

/** What may stand in no text of a pack, in words; empty where it is sound. */
export function textFaults(text: string): string[] {
  const faults: string[] = []
  if (BIDI_CONTROL.test(text))
    faults.push('holds characters that turn the reading direction: take them out')
  if (CONTROL.test(text)) faults.push('holds control characters: take them out')
  return faults
}

/** What may not stand in markdown of the small kind: HTML, images, and links that aren't https. */
export function markdownFaults(text: string): string[] {
  const faults = textFaults(text)
  if (AUTOLINK_OR_TAG.test(text))
    faults.push('holds HTML: use markdown (**strong**, *emphasis*, `code`), and [words](https://…)')
  if (REFERENCE_LINK.test(text))
    faults.push('has a link by reference: write it in place, [words](https://…)')
  if (text.includes('![')) faults.push('has an image: texts hold words and links only')
  for (const [, address = ''] of text.matchAll(ADDRESS))
    if (!isHttps(address))
      faults.push(`the link to '${address.slice(0, 80)}' is not https: use https://…`)
    else if (/[([]/.test(address))
      faults.push(`the link to '${address.slice(0, 80)}' has a bracket in it: write %28 or %5B`)
  return faults
}
