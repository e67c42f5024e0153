import fc from 'fast-check'
import type { Pack } from '../../../src/vocabulary/pack.ts'
import type { TwinScreen } from './app.ts'
import { type Plant, runInDom } from './dom.ts'
import type { DomProof } from './dom-proof-shape.ts'
import { type TwinPatient, twinPatient } from './patients.ts'
import { SCREENS } from './screens.ts'
import { type Act, script } from './script.ts'
import { difference, withoutUids } from './sent.ts'

/** Patients whose pages are used alike. Any two of them are twins. */
export interface Family {
  seed: number
  screen: TwinScreen
  patients: TwinPatient[]
  acts: Act[]
}

/** The same family for the same seed and size. Of 20 patients, every two make 190 pairs. */
export function familyOf(seed: number, patients: number): Family {
  const family = fc.record({
    screen: fc.constantFrom(...SCREENS),
    patients: fc.array(twinPatient, { minLength: patients, maxLength: patients }),
    acts: script,
  })
  const [made] = fc.sample(family, { seed, numRuns: 1 })
  if (made === undefined) throw new Error('Nothing was made')
  return { seed, ...made }
}

/** Runs one family, compares every two of it, and adds what came of it. */
export async function proveFamily(
  proof: DomProof,
  packs: Pack[],
  { seed, screen, patients, acts }: Family,
  plant?: Plant,
): Promise<void> {
  const all: string[] = []
  for (const patient of patients) {
    const { bodies, faults } = await runInDom(packs, screen, patient, acts, plant)
    all.push(withoutUids(bodies))
    for (const fault of faults) proof.faults.push(`seed ${seed}: ${fault}`)
  }
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1)) {
      const found = difference(one, other)
      if (found !== undefined) proof.differences.push(`seed ${seed}, ${screen.id}: ${found}`)
      proof.pairs += 1
    }
  })
  const [sent = ''] = all
  proof.families += 1
  proof.runs += all.length
  proof.acts += acts.length * all.length
  proof.bytes += all.reduce((sum, { length }) => sum + length, 0)
  proof.screens[screen.id] = (proof.screens[screen.id] ?? 0) + 1
  for (const [, kind = ''] of sent.matchAll(/"eventName":"friction\.([^"]+)"/g))
    proof.kinds[kind] = (proof.kinds[kind] ?? 0) + 1
}
