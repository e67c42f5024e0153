// @vitest-environment happy-dom
import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { emptyProof, type Pair, pairOf, provePair } from './pairs.ts'
import { twinPacks } from './packs.ts'

/** `npm run prove:twins` asks for more, and for what came of it in a file. */
const { HANDRAIL_TWIN_PAIRS, HANDRAIL_TWIN_SEED, HANDRAIL_TWIN_MINUTES, HANDRAIL_TWIN_REPORT } =
  process.env
const PAIRS = Number(HANDRAIL_TWIN_PAIRS ?? 120)
const SEED = Number(HANDRAIL_TWIN_SEED ?? 1)
const MINUTES = Number(HANDRAIL_TWIN_MINUTES ?? 1)

const packs = await twinPacks()

test(
  'pages that differ in patient data only send the same bytes, uids aside',
  async () => {
    const proof = emptyProof()
    const until = performance.now() + MINUTES * 60_000
    for (let at = 0; at < PAIRS && performance.now() < until; at++) {
      await provePair(proof, packs, pairOf(SEED + at))
      if (HANDRAIL_TWIN_REPORT && at % 100 === 99)
        await writeFile(HANDRAIL_TWIN_REPORT, JSON.stringify(proof))
    }
    if (HANDRAIL_TWIN_REPORT) await writeFile(HANDRAIL_TWIN_REPORT, JSON.stringify(proof))
    if (process.env.DBG) console.log(proof)
    expect(proof.differences).toEqual([])
    expect(proof.faults).toEqual([])
    // They have been at something.
    expect(proof.notes).toBeGreaterThan(0)
    expect(Object.keys(proof.kinds).length).toBeGreaterThan(10)
  },
  MINUTES * 60_000 + 60_000,
)

const planted: Pair = {
  ...pairOf(7),
  acts: [{ do: 'report', hasWireframe: true }],
}

test('a detector that looked at a text would be seen', async () => {
  const proof = emptyProof()
  await provePair(proof, packs, planted, {
    // Of the dictionary and of the pack, so that the gate lets it through: only its number tells.
    signals: ({ birthdate }) =>
      Array.from({ length: Number(birthdate.slice(3, 4)) + 1 }, () => ({
        kind: 'dead_click',
        ...(planted.screen.isOpenmrs ? { app: 'openmrs' } : { app: 'twins' }),
        screen: planted.screen.id,
        role: 'button',
        region: 'main',
      })),
  })
  expect(proof.differences).toHaveLength(1)
})

test('a wireframe that measured a name would be seen', async () => {
  const proof = emptyProof()
  await provePair(proof, packs, planted, {
    note: (note, { family }) => ({
      ...note,
      ...('wireframe' in note
        ? { wireframe: [{ role: 'button', x: 0, y: 0, width: family.length, height: 2 }] }
        : {}),
    }),
  })
  expect(proof.differences).toHaveLength(1)
})

test('a text that a signal carries does not pass the gate at all', async () => {
  const proof = emptyProof()
  await provePair(proof, packs, planted, {
    signals: ({ family }) => [{ kind: 'dead_click', screen: planted.screen.id, target: family }],
  })
  expect(proof.differences).toEqual([])
  expect(proof.kinds.dead_click).toBeUndefined()
})
