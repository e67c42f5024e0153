import { urlRuleParts } from './url-rule-parts.ts'

/**
 * Placeholders for text of any length in one part of a URL. Each more multiplies the time a
 * hostile path can cost by its length: on 2,000 characters two take milliseconds, three seconds.
 */
export const URL_WILDCARDS_MAX = 2

/**
 * Why a rule can't be used as a `URLPattern`: the browser refuses it, or a hostile path could hold
 * it up. Nothing where it is sound.
 */
export function urlRuleFault(rule: string): string | undefined {
  const parts = urlRuleParts(rule)
  try {
    new URLPattern(parts)
  } catch {
    return `'${rule}' is no URL pattern: write /path/:name/* with a word after each colon`
  }
  const beyondPath = [parts.search ?? '', parts.hash ?? '']
  const isTooOpen =
    count(parts.pathname, /[*+]/g) > URL_WILDCARDS_MAX ||
    beyondPath.some((part) => count(part, /[*+:]/g) > URL_WILDCARDS_MAX)
  if (isTooOpen)
    return `has too many * for one part of a URL: at most ${URL_WILDCARDS_MAX}; use :name for one level of the path`
  if (parts.pathname.split('/').some((level) => count(level, /:[a-z_]/gi) > 1))
    return 'has two :names in one level of the path: use one'
  return undefined
}

function count(text: string, wanted: RegExp): number {
  return text.match(wanted)?.length ?? 0
}
