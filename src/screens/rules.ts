import type { Anchor } from '../vocabulary/evidence.ts'
import type { Screen } from '../vocabulary/pack.ts'
import { urlTest } from './url-test.ts'

/** Whether something that fits the anchor is drawn on the page. */
export type Holds = (evidence: Anchor) => boolean

interface Rule {
  screen: Screen
  isAt: (url: URL) => boolean
}

/**
 * Prepares a pack's screens. The answer says which screen this is, or `undefined` for 'unknown':
 * where no rule holds, and also where two of the same priority do, since one of them is wrong.
 * The costly evidence is asked for only where the URL and a higher priority leave it open, and the
 * rules of URLs only where the URL is another one than the last.
 */
export function createScreenRules(screens: readonly Screen[]) {
  const rules: Rule[] = screens
    .map((screen) => ({ screen, isAt: urlTest(screen.when.url) }))
    .sort((a, b) => b.screen.priority - a.screen.priority)

  const holdsOn = ({ when }: Screen, holds: Holds): boolean =>
    when.present.every(holds) && !when.absent.some(holds)

  let last: { href: string; screens: Screen[] } | undefined
  function screensAt(url: URL): Screen[] {
    if (last?.href !== url.href)
      last = {
        href: url.href,
        screens: rules.filter(({ isAt }) => isAt(url)).map(({ screen }) => screen),
      }
    return last.screens
  }

  return function decideScreen(url: URL, holds: Holds): Screen | undefined {
    let found: Screen | undefined
    for (const screen of screensAt(url)) {
      if (found !== undefined && screen.priority < found.priority) return found
      if (!holdsOn(screen, holds)) continue
      if (found !== undefined) return undefined
      found = screen
    }
    return found
  }
}
