import type { Pack } from '../vocabulary/pack.ts'
import { planOf } from '../vocabulary/plan.ts'
import type { Run } from '../vocabulary/run.ts'

/** The ids of the steps of a run's walkthrough, where that is in force here. */
export function stepsOf({ pack, walkthrough }: Run, packs: readonly Pack[]): string[] | undefined {
  const holder = packs.find(({ id }) => id === pack)
  const found = holder?.walkthroughs.find(({ id }) => id === walkthrough)
  const plan = holder && found && planOf(holder, found)
  return typeof plan === 'object' ? plan.steps.map(({ id }) => id) : undefined
}
