import type { Anchor } from '../vocabulary/evidence.ts'
import type { Screen } from '../vocabulary/pack.ts'
import { urlRuleParts } from '../vocabulary/url-rule.ts'

/** Whether something that fits the anchor is drawn on the page. */
export type Holds = (evidence: Anchor) => boolean

interface Rule {
  screen: Screen
  isAt: (url: URL) => boolean
}

function urlTest(rules: readonly string[]): (url: URL) => boolean {
  const patterns = rules.map((rule) => new URLPattern(urlRuleParts(rule)))
  return (url) => patterns.length === 0 || patterns.some((pattern) => pattern.test(url.href))
}

/**
 * Prepares a pack's screens. The answer says which screen this is, or `undefined` for 'unknown':
 * where no rule holds, and also where two of the same priority do, since one of them is wrong.
 * The costly evidence is asked for only where the URL and a higher priority leave it open.
 */
export function createScreenRules(screens: readonly Screen[]) {
  const rules: Rule[] = screens
    .map((screen) => ({ screen, isAt: urlTest(screen.when.url) }))
    .sort((a, b) => b.screen.priority - a.screen.priority)

  const holdsOn = ({ when }: Screen, holds: Holds): boolean =>
    when.present.every(holds) && !when.absent.some(holds)

  return function decideScreen(url: URL, holds: Holds): Screen | undefined {
    let found: Screen | undefined
    for (const { screen, isAt } of rules) {
      if (found !== undefined && screen.priority < found.priority) return found
      if (!isAt(url) || !holdsOn(screen, holds)) continue
      if (found !== undefined) return undefined
      found = screen
    }
    return found
  }
}
