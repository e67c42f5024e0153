import { urlRuleParts } from '../vocabulary/url-rule-parts.ts'

/**
 * What every path begins with that fits the rule, as far as that is sure: a name or star ends it, and
 * with it the slash before, which a repeated part takes along; so does what a browser may spell anew.
 */
function prefixOf(pathname: string): string {
  // `/a/../b` is `/b`.
  if (/\/(?:\.|%2e)/i.test(pathname)) return ''
  const [plain = ''] = /^[\w~./-]*/.exec(pathname) ?? []
  return plain.length === pathname.length ? plain : plain.replace(/\/$/, '')
}

/** One rule as a test. The pattern, which is dear, is made for the first path that begins alike. */
function ruleTest(rule: string): (url: URL) => boolean {
  const parts = urlRuleParts(rule)
  const prefix = prefixOf(parts.pathname)
  let pattern: URLPattern | undefined
  return (url) => {
    if (!url.pathname.startsWith(prefix)) return false
    pattern ??= new URLPattern(parts)
    return pattern.test(url.href)
  }
}

/** Whether any of the rules fits; without rules every URL does. */
export function urlTest(rules: readonly string[]): (url: URL) => boolean {
  const tests = rules.map(ruleTest)
  return (url) => tests.length === 0 || tests.some((fits) => fits(url))
}
