import type { OptInKind } from '../vocabulary/dictionary.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { Policy } from '../vocabulary/policy.ts'

/** The signals that run although they are off by themselves: as the policy says, else as the packs do. */
export function optInOf(
  { optionalSignals }: Pick<Policy, 'optionalSignals'>,
  packs: readonly Pick<Pack, 'signals'>[],
): readonly OptInKind[] {
  if (optionalSignals !== undefined) return optionalSignals
  return packs.some(({ signals }) => signals.lateEntry) ? ['late_entry'] : []
}
