import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PACK_BYTES_MAX, type PackSource, packSchema } from './pack.ts'
import { canonicalJsonBytes, readPackBytes } from './pack-bytes.ts'

const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'openmrs',
  version: 1,
  app: { id: 'openmrs', name: 'OpenMRS', sites: ['https://ehr.example.org/*'] },
  screens: [{ id: 'chart', title: 'Chart', when: { url: ['/patient/:id/*'] } }],
}
const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

function faultsOf(value: unknown): string[] {
  const read = readPackBytes(bytesOf(value))
  return read.ok ? [] : read.faults
}

test('a sound pack is read, with its defaults', () => {
  expect(readPackBytes(bytesOf(source))).toMatchObject({
    ok: true,
    pack: { id: 'openmrs', locale: 'en', walkthroughs: [] },
  })
})

test('64 MiB are refused unread', () => {
  expect(readPackBytes(new Uint8Array(64 * 1024 * 1024))).toEqual({
    ok: false,
    faults: [expect.stringContaining(`at most ${PACK_BYTES_MAX}`)],
  })
})

const withWhen = (when: unknown) => ({ ...source, screens: [{ id: 'chart', title: 'C', when }] })
test.each([
  ['a missing key', { ...source, app: undefined }, "app: 'app' is missing: add it"],
  ['an unknown key', { ...source, script: 'x' }, "script: there is no key 'script' here"],
  ['version 2^53', { ...source, version: 2 ** 53 }, 'version: must be'],
  ['a version in quotes', { ...source, version: '1' }, 'version: must be number, not "1"'],
  ['a substring match', withWhen({ present: [{ attributes: { name: '^1' } }] }), 'matched whole'],
  ['a foreign attribute', withWhen({ present: [{ attributes: { value: 'a' } }] }), 'attributes'],
  ['a selector', withWhen({ present: [{ name: ['x'], path: '*:has(*)' }] }), 'a path is tags'],
  ['a regular expression', withWhen({ url: ['/(a+)+'] }), 'no groups'],
  ['a record number', withWhen({ present: [{ name: ['MRN 10023'] }] }), 'record number'],
  ['every site', { ...source, app: { ...source.app, sites: ['<all_urls>'] } }, 'a site is'],
  [
    'a reference to nothing',
    { ...source, screens: [{ ...source.screens[0], ignore: ['no'] }] },
    "screens[0].ignore[0]: there is no target 'no'",
  ],
])('%s is refused with its place', (_what, value, fault) => {
  expect(faultsOf(value)).toEqual([expect.stringContaining(fault)])
})

test('a message never quotes more than a line of what it refuses', () => {
  for (const fault of faultsOf({ ...source, id: 'x'.repeat(100_000), locale: 'A'.repeat(100_000) }))
    expect(fault.length).toBeLessThan(300)
})

test('neither bytes nor JSON make it throw', () => {
  const near = fc.record(
    {
      format: fc.constant('handrail.pack/1'),
      id: fc.oneof(fc.constant('a'), fc.string()),
      version: fc.oneof(fc.nat(), fc.double()),
      app: fc.oneof(fc.constant(source.app), fc.jsonValue()),
      screens: fc.array(fc.oneof(fc.constant(source.screens[0]), fc.jsonValue())),
      targets: fc.jsonValue(),
      walkthroughs: fc.array(fc.jsonValue()),
      texts: fc.dictionary(fc.string(), fc.jsonValue()),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), near), (value) => {
      const read = readPackBytes(bytesOf(value))
      expect(read.ok || read.faults.length > 0).toBe(true)
    }),
    { numRuns: 300 },
  )
  fc.assert(fc.property(fc.uint8Array(), (bytes) => !readPackBytes(bytes).ok))
})

const id = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/)
const words = fc
  .string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'aé 漢👩‍⚕️"\\:'.split('')) })
  .map((text) => text.toWellFormed())
const validPack = fc
  .record({
    id,
    version: fc.integer({ min: 1 }),
    ids: fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
    title: words,
    steps: fc.uniqueArray(id, { minLength: 1, maxLength: 8 }),
  })
  .map(
    ({ id, version, ids, title, steps }): PackSource => ({
      ...source,
      id,
      version,
      screens: ids.map((id) => ({ id, title, when: { url: [`/${id}/:name/*`] } })),
      targets: ids.map((id) => ({ id, label: title, anchor: { role: 'button', name: [title] } })),
      walkthroughs: ids.map((id) => ({
        id,
        title,
        summary: title,
        screens: ids,
        owner: title,
        reviewBy: '2027-01-31',
        steps: steps.map((step) => ({
          id: step,
          text: title,
          target: id,
          advance: { on: 'press' },
        })),
      })),
      texts: { fr: { [`screens.${ids[0]}.title`]: title } },
    }),
  )

test('a valid pack survives the round trip through its canonical bytes', () => {
  fc.assert(
    fc.property(validPack, (pack) => {
      expect(readPackBytes(canonicalJsonBytes(pack))).toEqual({
        ok: true,
        pack: v.parse(packSchema, pack),
      })
    }),
  )
})

test('the order of keys does not change the canonical bytes', () => {
  const { screens, ...rest } = source
  expect(canonicalJsonBytes({ screens, ...rest })).toEqual(canonicalJsonBytes(source))
})
