// @vitest-environment happy-dom
import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { Plant } from './dom.ts'
import { emptyProof } from './dom-proof-shape.ts'
import { twinPacks } from './packs.ts'
import { type Family, familyOf, proveFamily } from './pairs.ts'
import { NAMESAKE } from './patients.ts'
import { CHART } from './screens.ts'

/** `npm run prove:twins` asks for more, and for what came of it in a file. */
const { HANDRAIL_TWIN_FAMILIES, HANDRAIL_TWIN_SEED, HANDRAIL_TWIN_MINUTES, HANDRAIL_TWIN_REPORT } =
  process.env
const FAMILIES = Number(HANDRAIL_TWIN_FAMILIES ?? 4)
const SEED = Number(HANDRAIL_TWIN_SEED ?? 1)
const MINUTES = Number(HANDRAIL_TWIN_MINUTES ?? 1)

const packs = await twinPacks()

test(
  'pages that differ in patient data only send the same bytes, uids aside',
  async () => {
    const proof = emptyProof()
    const until = performance.now() + MINUTES * 60_000
    for (let at = 0; at < FAMILIES && performance.now() < until; at++) {
      await proveFamily(proof, packs, familyOf(SEED + at))
      if (HANDRAIL_TWIN_REPORT) await writeFile(HANDRAIL_TWIN_REPORT, JSON.stringify(proof))
    }
    expect(proof.differences).toEqual([])
    expect(proof.faults).toEqual([])
    // They have been at something.
    expect(Object.keys(proof.kinds).length).toBeGreaterThan(4)
  },
  MINUTES * 60_000 + 60_000,
)

/** Two patients and a report with boxes, with something planted that should not be. */
async function differencesWith(plant: Plant, change = (family: Family) => family) {
  const proof = emptyProof()
  const family = familyOf(7)
  const two = { ...family, screen: CHART, patients: family.patients.slice(0, 2) }
  await proveFamily(
    proof,
    packs,
    change({ ...two, acts: [{ do: 'report', hasWireframe: true }] }),
    plant,
  )
  expect(proof.faults).toEqual([])
  return proof
}

const deadClick = { kind: 'dead_click', app: 'twins', screen: 'chart' }

test('with nothing planted, both report with the same boxes', async () => {
  const { differences, kinds } = await differencesWith({})
  expect(differences).toEqual([])
  expect(kinds).toMatchObject({ report: 1, note: 1 })
})

test('a detector that looked at a text would be seen', async () => {
  // Of the dictionary and of the pack, so that the gate lets it through: only its number tells.
  const signals: Plant['signals'] = ({ family }) =>
    family.length % 3 === 0 ? [] : [{ ...deadClick, role: 'button', region: 'main' }]
  const twins = (family: Family) => ({
    ...family,
    patients: family.patients.map((one, at) => ({ ...one, family: 'q'.repeat(6 + at) })),
  })
  expect((await differencesWith({ signals }, twins)).differences).toHaveLength(1)
})

test('a wireframe that measured a name would be seen', async () => {
  const note: Plant['note'] = (of, { family }) => ({
    ...of,
    wireframe: [{ role: 'button', x: 0, y: 0, width: (family.length % 30) + 1, height: 2 }],
  })
  const twins = (family: Family) => ({
    ...family,
    patients: family.patients.map((one, at) => ({ ...one, family: 'q'.repeat(6 + at) })),
  })
  expect((await differencesWith({ note }, twins)).differences).toHaveLength(1)
})

test('a text that a signal carries does not pass the gate at all', async () => {
  const proof = await differencesWith({
    signals: ({ family }) => [{ ...deadClick, target: family }],
  })
  expect(proof.differences).toEqual([])
  expect(proof.kinds.dead_click).toBeUndefined()
})

// The known limit: recipes go by names, and a name of the page’s can be a patient’s.
test('a control that is called after a patient’s drug, and as the pack’s is, is told as ambiguous', async () => {
  const { differences } = await differencesWith({}, (family) => ({
    ...family,
    patients: family.patients.map((one, at) => (at === 0 ? one : { ...one, drug: NAMESAKE })),
    acts: [
      { do: 'walk' },
      { do: 'press', part: 'add', times: 1, every: 900 },
      { do: 'type', part: 'weight', keys: 3, pause: 100 },
      { do: 'wait', ms: 8_000 },
    ],
  }))
  expect(differences).toHaveLength(1)
  expect(differences[0]).toContain('target-ambiguo')
})
