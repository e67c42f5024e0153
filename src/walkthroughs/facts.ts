import type { Condition } from '../vocabulary/pack.ts'

export type Presence = 'found' | 'missing' | 'ambiguous'

/** What the machine may know of the page: which screen it is, and which targets are there. */
export interface Facts {
  screen: string | undefined
  presence: (target: string) => Presence
  isEnabled: (target: string) => boolean
}

/** What a frame may judge of a step of another's: its own screen; what is not in it may be there. */
export function onlyScreen({ screen }: Pick<Facts, 'screen'>): Facts {
  return { screen, presence: () => 'ambiguous', isEnabled: () => false }
}

/** Whether one condition holds. `absent` wants a clear 'not there': 'ambiguous' is no proof. */
export function isMet(condition: Condition, facts: Facts): boolean {
  if ('screen' in condition) return facts.screen === condition.screen
  if ('present' in condition) return facts.presence(condition.present) === 'found'
  if ('absent' in condition) return facts.presence(condition.absent) === 'missing'
  return facts.presence(condition.enabled) === 'found' && facts.isEnabled(condition.enabled)
}

export function areMet(conditions: readonly Condition[], facts: Facts): boolean {
  return conditions.every((condition) => isMet(condition, facts))
}
