import fc from 'fast-check'
import type { Pack } from '../../../src/vocabulary/pack.ts'
import type { TwinScreen } from './app.ts'
import { type Plant, runInDom } from './dom.ts'
import { type TwinPatient, twinPatient } from './patients.ts'
import { SCREENS } from './screens.ts'
import { type Act, script } from './script.ts'
import { difference, withoutUids } from './sent.ts'

/** Two patients, and what somebody does on a screen with either. */
export interface Pair {
  seed: number
  screen: TwinScreen
  one: TwinPatient
  other: TwinPatient
  acts: Act[]
}

const pair = fc.record({
  screen: fc.constantFrom(...SCREENS),
  one: twinPatient,
  other: twinPatient,
  acts: script,
})

/** The same pair for the same seed. */
export function pairOf(seed: number): Pair {
  const [made] = fc.sample(pair, { seed, numRuns: 1 })
  if (made === undefined) throw new Error('Nothing was made')
  return { seed, ...made }
}

/** What came of many pairs. */
export interface DomProof {
  pairs: number
  acts: number
  bytes: number
  notes: number
  /** Events sent, by kind, for one twin of each pair. */
  kinds: Record<string, number>
  screens: Record<string, number>
  /** Each with its seed. */
  differences: string[]
  /** Faults that switched Handrail off, each with its seed. */
  faults: string[]
}

export function emptyProof(): DomProof {
  const counts = { pairs: 0, acts: 0, bytes: 0, notes: 0 }
  return { ...counts, kinds: {}, screens: {}, differences: [], faults: [] }
}

/** Runs one pair, and adds what came of it. */
export async function provePair(
  proof: DomProof,
  packs: Pack[],
  { seed, screen, one, other, acts }: Pair,
  plant?: Plant,
): Promise<void> {
  const first = await runInDom(packs, screen, one, acts, plant)
  const second = await runInDom(packs, screen, other, acts, plant)
  const sent = first.bodies.join('\n')
  const found = difference(withoutUids(sent), withoutUids(second.bodies.join('\n')))
  if (found !== undefined) proof.differences.push(`seed ${seed}, ${screen.id}: ${found}`)
  for (const fault of [...first.faults, ...second.faults]) proof.faults.push(`seed ${seed}: ${fault}`)
  proof.pairs += 1
  proof.acts += acts.length
  proof.bytes += sent.length
  proof.screens[screen.id] = (proof.screens[screen.id] ?? 0) + 1
  for (const [, kind = ''] of sent.matchAll(/"eventName":"friction\.([^"]+)"/g)) {
    proof.kinds[kind] = (proof.kinds[kind] ?? 0) + 1
    if (kind === 'note') proof.notes += 1
  }
}
