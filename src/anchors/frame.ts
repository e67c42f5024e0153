import type { Anchor } from '../vocabulary/evidence.ts'
import { urlRuleParts } from '../vocabulary/url-rule-parts.ts'
import type { Look } from './look.ts'

/** The address of the document that a look is at; undefined where it has none of its own (`srcdoc`). */
export function addressOf(look: Look): string | undefined {
  const root = look.roots[0]
  const { location } = (root && 'defaultView' in root ? root : {}) as Partial<Document>
  return location && /^https?:$/.test(location.protocol) ? location.href : undefined
}

/** Whether the recipe's element can be in this document at all. */
export function isOfFrame({ frame }: Anchor, look: Look): boolean {
  if (frame === undefined) return true
  const address = addressOf(look)
  return address !== undefined && new URLPattern(urlRuleParts(frame)).test(address)
}
