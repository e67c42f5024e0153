import type { Pack, Target } from '../../vocabulary/pack.ts'
import { placeSteps } from './step-places.ts'

/** The targets that steps, hints, rules and required orders use on a screen, in the pack's order. */
export function usedTargets(pack: Pack): (screen: string) => Target[] {
  const used = new Map<string, Set<string>>()
  for (const { id, noCover, ignore } of pack.screens) used.set(id, new Set([...noCover, ...ignore]))
  const { patient } = pack.app
  for (const screen of patient?.screens ?? []) if (patient) used.get(screen)?.add(patient.target)
  for (const { step, screens } of placeSteps(pack))
    for (const screen of screens) if (step.target !== undefined) used.get(screen)?.add(step.target)
  for (const { screen, target } of pack.hints) used.get(screen)?.add(target)
  for (const { screen, targets } of pack.signals.required)
    for (const target of targets) used.get(screen)?.add(target)
  return (screen) => pack.targets.filter(({ id }) => used.get(screen)?.has(id))
}
