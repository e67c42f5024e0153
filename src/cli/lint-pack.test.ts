import { expect, test } from 'vitest'
import { lintPack } from './lint-pack.ts'
import { createTestWorld, SMALL_PACK } from './testing/world.ts'

/** Lints the small pack with some files replaced. */
const lint = (files: Record<string, string> = {}) =>
  lintPack('pack', createTestWorld({ ...SMALL_PACK, ...files }).world)

test('a sound pack has nothing to mend', async () => {
  expect(await lint()).toMatchObject({ errors: [], warnings: [], sound: { pack: { id: 'ward' } } })
})

test('translations may be nested or dotted', async () => {
  const { sound } = await lint()
  expect(sound?.pack.texts.fr).toMatchObject({
    'screens.form.title': 'Formulaire',
    'walkthroughs.record-vitals.steps.done.text': 'Remplissez-le.',
  })
})

test('a list may be one file, several files, or both', async () => {
  const { sound } = await lint({
    'pack/targets/more.yaml': '- id: x\n  label: X\n  anchor: {name: [X]}\n',
  })
  expect(sound?.pack.targets.map(({ id }) => id)).toEqual(['open-form', 'x'])
})

test('every fault names its file and line', async () => {
  const screens = SMALL_PACK['pack/screens.yaml']?.replace('title: Form', 'titel: Form') ?? ''
  expect((await lint({ 'pack/screens.yaml': screens })).errors).toEqual([
    "pack/screens.yaml:6: screens[1].title: 'title' is missing: add it",
    "pack/screens.yaml:7: screens[1].titel: there is no key 'titel' here: check its spelling, or take it out",
  ])
})

test.each([
  [
    'a broken reference',
    'pack/walkthroughs/record-vitals.yaml',
    'target: open-form',
    'target: opn-form',
    "record-vitals.yaml:9: walkthroughs[0].steps[0].target: there is no target 'opn-form'",
  ],
  [
    'an example that fits no rule',
    'pack/screens.yaml',
    "['/patient/a/form']",
    "['/elsewhere']",
    "screens.yaml:10: screens[1].examples[0]: '/elsewhere' fits no URL rule of 'form'",
  ],
  [
    'a rival screen',
    'pack/screens.yaml',
    "['/patient/:id/form']",
    "['/patient/*']",
    "fits 'form' as well",
  ],
  [
    'a key of another file',
    'pack/pack.yaml',
    'app:',
    'screens: []\napp:',
    "pack.yaml:4: 'screens' stands in a file of its own",
  ],
  [
    'an empty version',
    'pack/pack.yaml',
    'version: 3',
    'version:',
    'pack.yaml:3: version: must be number, not null',
  ],
  [
    'a translation that stands twice',
    'pack/texts/fr.yaml',
    'screens:',
    'screens.chart.title: Deux\nscreens:',
    "fr.yaml:3: 'screens.chart.title' is translated twice",
  ],
  ['a translation that is no text', 'pack/texts/fr.yaml', 'Dossier', '12', 'must be a text'],
])('%s is an error with its line', async (_what, file, from, to, error) => {
  const { errors, sound } = await lint({ [file]: SMALL_PACK[file]?.replace(from, to) ?? '' })
  expect(errors.join('\n')).toContain(error)
  expect(sound).toBeUndefined()
})

test('a file that would not be read is not passed over', async () => {
  expect((await lint({ 'pack/screen.yaml': 'a: 1' })).errors).toEqual([
    expect.stringContaining('screen.yaml:1: is no file of a pack'),
  ])
  expect((await lint({ 'pack/walkthroughs/a.yml': 'a: 1' })).errors).toHaveLength(1)
})

test('a folder that is not there, or no pack, is one clear line', async () => {
  expect(await lintPack('nowhere', createTestWorld().world)).toMatchObject({
    errors: ["nowhere: can't be read: there is no such file or folder"],
  })
  expect(await lintPack('pack', createTestWorld({ 'pack/a.txt': '' }).world)).toMatchObject({
    errors: [expect.stringContaining('holds no pack.yaml')],
  })
})
