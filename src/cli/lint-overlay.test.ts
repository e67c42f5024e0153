import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { compilePack } from './compile-pack.ts'
import { lintPack } from './lint-pack.ts'
import { createTestWorld, SMALL_PACK } from './testing/world.ts'

const PACK = 'format: handrail.overlay/1\nid: er\nversion: 1\nextends: ward\n'

/** Lints an overlay over the small pack. */
const lint = (files: Record<string, string> = {}, base: string | undefined = 'pack') =>
  lintPack('er', createTestWorld({ ...SMALL_PACK, 'er/pack.yaml': PACK, ...files }).world, base)

test('the sample overlay fits the sample pack, and can be published', async () => {
  const world = {
    readFile: (path: string) => readFile(path),
    listFolder: (path: string) => readdir(path),
    now: () => new Date('2026-11-24T12:00:00Z'),
  }
  const linted = await lintPack('packs/openmrs-emergency', world, 'packs/openmrs')
  expect(linted).toMatchObject({
    errors: [],
    warnings: [],
    sound: { pack: { extends: 'openmrs' } },
  })
  expect(await compilePack(linted.sound?.source ?? {})).toMatchObject({ ok: true })
})

test('what its base does not have is an error, with file and line', async () => {
  const additions =
    '- walkthrough: record-vitals\n  after: gone\n  steps:\n    - {id: x, text: X, advance: {on: next}}\n'
  expect((await lint({ 'er/additions.yaml': additions })).errors).toEqual([
    "er/additions.yaml:1: additions[0]: there is no step 'gone' in 'record-vitals' of the base (any more); left out",
  ])
})

test('a base of another name is an error, and none is a warning', async () => {
  const other = await lint({ 'er/pack.yaml': PACK.replace('ward', 'icu') })
  expect(other.errors).toEqual([expect.stringContaining("extends 'icu', and the base is 'ward'")])
  const alone = await lintPack('er', createTestWorld({ 'er/pack.yaml': PACK }).world)
  expect([alone.errors, alone.warnings]).toEqual([[], [expect.stringContaining('--base')]])
})

test('what the rules find in its own parts is told at its own place', async () => {
  const walkthroughs =
    'id: old\ntitle: Old\nsummary: ""\nscreens: [form]\nowner: IT\nreviewBy: 2020-01-01\nsteps: [{id: a, text: A, advance: {on: next}}]\n'
  const { warnings } = await lint({ 'er/walkthroughs.yaml': walkthroughs })
  expect(warnings).toContainEqual(
    expect.stringMatching(/^er\/walkthroughs.yaml:\d+: walkthroughs\[0\].reviewBy/),
  )
})
