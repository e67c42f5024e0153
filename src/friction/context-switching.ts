import { reachedAt } from '../vocabulary/bucket.ts'
import type { CreateDetector } from './detector.ts'
import type { ContextShown } from './observation.ts'

/** Switches are counted in spells of this time, in ms (friction-signals.md §2). */
export const SWITCHING_WINDOW_MS = 10 * 60_000

/** `context_switching`: switches among charts and the inbox within ten minutes, as they add up. */
export const createContextSwitching: CreateDetector = (emit) => {
  let group: string | undefined
  let spell: { since: number; switches: number } | undefined
  const see = (fact: ContextShown) => {
    const isSwitch = group !== undefined && (group !== fact.group || fact.isOther)
    group = fact.group
    if (!isSwitch) return
    if (spell === undefined || fact.at - spell.since >= SWITCHING_WINDOW_MS)
      spell = { since: fact.at, switches: 0 }
    spell.switches += 1
    const outcome = reachedAt(spell.switches)
    if (outcome !== undefined) emit({ kind: 'context_switching', at: fact.at, outcome })
  }
  return { context: see }
}
