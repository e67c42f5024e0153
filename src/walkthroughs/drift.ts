import type { Condition, Step } from '../vocabulary/pack.ts'
import type { Facts } from './facts.ts'
import { showingOf } from './machine.ts'

interface Screens {
  screens: readonly string[]
  steps: readonly Step[]
}

const inConditions = (conditions: readonly Condition[]) =>
  conditions.flatMap((condition) => ('screen' in condition ? [condition.screen] : []))

function screensOf({ screen, advance, requires, doneWhen, branch }: Step): string[] {
  return [
    ...(screen === undefined ? [] : [screen]),
    ...('screen' in advance ? [advance.screen] : []),
    ...inConditions([...requires, ...doneWhen, ...branch.flatMap(({ when }) => when)]),
  ]
}

/**
 * Whether the person has gone elsewhere: the step that is due has no place on this screen, and the screen
 * is none of the walkthrough's. There it waits unseen, and nothing is missing.
 */
export function isElsewhere({ screens, steps }: Screens, step: Step, facts: Facts): boolean {
  if (showingOf(step, facts).state !== 'waiting') return false
  const { screen } = facts
  return screen === undefined || ![...screens, ...steps.flatMap(screensOf)].includes(screen)
}
