import type { Anchor } from '../vocabulary/evidence.ts'
import { urlRuleParts } from '../vocabulary/url-rule-parts.ts'
import type { Look } from './look.ts'

/** The address of the document that a look is at; undefined where it has none of its own (`srcdoc`). */
export function addressOf(look: Look): string | undefined {
  const root = look.roots[0]
  const { location } = (root && 'defaultView' in root ? root : {}) as Partial<Document>
  return location && /^https?:$/.test(location.protocol) ? location.href : undefined
}

const patterns = new Map<string, URLPattern>()

function patternOf(frame: string): URLPattern {
  let found = patterns.get(frame)
  if (found === undefined) {
    found = new URLPattern(urlRuleParts(frame))
    patterns.set(frame, found)
  }
  return found
}

/** Whether the recipe's element can be in this document at all. */
export function isOfFrame({ frame }: Anchor, look: Look): boolean {
  if (frame === undefined) return true
  const address = addressOf(look)
  return address !== undefined && patternOf(frame).test(address)
}
