import type { SearchOutcome } from '../vocabulary/signal-outcomes.ts'

/** Who has typed nothing for so long has searched, in ms; before it they are still typing. */
export const SEARCH_SETTLED_MS = 1500

/** What happens to the search of the help panel. `found`: how many results; what is sought is not told. */
export type HelpSearchEvent =
  | { type: 'searched'; at: number; found: number }
  | { type: 'cleared' | 'opened' | 'closed'; at: number }

/**
 * `help_search_miss`: a search that found nothing, or of which nothing was opened. One for each time
 * that the panel is open: who words it anew and then finds it has found it.
 */
export function createHelpSearch(missed: (outcome: SearchOutcome) => void) {
  let last: { at: number; found: number } | undefined
  /** A search that somebody stayed with and that found nothing. */
  let hadNothing = false
  let isOpened = false

  function settle(now: number) {
    if (last !== undefined && now - last.at >= SEARCH_SETTLED_MS && last.found === 0)
      hadNothing = true
  }

  return (event: HelpSearchEvent) => {
    settle(event.at)
    if (event.type === 'searched') last = { at: event.at, found: event.found }
    else if (event.type === 'opened') isOpened = last !== undefined || isOpened
    else if (event.type === 'cleared') last = hadNothing ? last : undefined
    else {
      const isSettled = last !== undefined && event.at - last.at >= SEARCH_SETTLED_MS
      if (!isOpened && hadNothing && (last?.found ?? 0) === 0) missed('nothing-found')
      else if (!isOpened && isSettled && (last?.found ?? 0) > 0) missed('not-opened')
      last = undefined
      hadNothing = isOpened = false
    }
  }
}
