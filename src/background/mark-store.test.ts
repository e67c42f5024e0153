import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Mark } from '../vocabulary/mark.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { createMarkStore } from './mark-store.ts'
import { createFakeArea } from './testing/fake-area.ts'
import { samplePack } from './testing/sample-pack.ts'

const hint = { screen: 'vitals', target: 'save', text: 'x', kind: 'beacon' } as const
const pack = v.parse(packSchema, {
  ...samplePack(),
  hints: [
    { id: 'one', ...hint },
    { id: 'two', ...hint },
  ],
  checklists: [
    { id: 'week', title: 'W', items: [{ id: 'vitals', text: 'x', walkthrough: 'record-vitals' }] },
  ],
})
const mark = (id: string, value = 1) => ({ pack: 'clinic', list: 'hints', id, value }) as const

test('what is put away stays so, and comes back when it is taken back', async () => {
  const area = createFakeArea()
  await createMarkStore(area).keep(mark('one', 3), [pack])
  const later = createMarkStore(area)
  expect(await later.read([pack])).toEqual({ 'clinic/hints/one': 3 })
  await later.keep(mark('one', 0), [pack])
  expect(await later.read([pack])).toEqual({})
})

test('what no pack in force has is not kept', async () => {
  const store = createMarkStore(createFakeArea())
  expect(await store.keep(mark('jane-doe'), [pack])).toBe(false)
  expect(await store.keep({ ...mark('one'), pack: 'other' }, [pack])).toBe(false)
  const week = { pack: 'clinic', list: 'checklists', id: 'week', value: 1 } as const
  expect(await store.keep({ ...week, item: 'jane-doe' }, [pack])).toBe(false)
  expect(await store.read([pack])).toEqual({})
  expect(await store.keep({ ...week, item: 'vitals' }, [pack])).toBe(true)
  expect(await store.read([pack])).toEqual({ 'clinic/checklists/week/vitals': 1 })
})

test('two tabs may keep something at once', async () => {
  const store = createMarkStore(createFakeArea())
  await Promise.all([store.keep(mark('one'), [pack]), store.keep(mark('two'), [pack])])
  expect(Object.keys(await store.read([pack]))).toHaveLength(2)
})

test('a page is told of its own packs’ marks only; what is damaged counts as nothing', async () => {
  const area = createFakeArea({ marks: { 'clinic/hints/one': 1, 'other/hints/one': 1 } })
  expect(await createMarkStore(area).read([pack])).toEqual({ 'clinic/hints/one': 1 })
  await area.set({ marks: { 'clinic/hints/one': 'x' } })
  expect(await createMarkStore(area).read([pack])).toEqual({})
})

test('of walkthroughs: completed, pinned and hidden by their ids, known by their sections', async () => {
  const [walkthrough] = pack.walkthroughs
  const [step] = walkthrough?.steps ?? []
  const more = v.parse(packSchema, {
    ...pack,
    walkthroughs: [
      { ...walkthrough, steps: [{ ...step, section: 'open' }] },
      { ...walkthrough, id: 'required', locked: true },
    ],
  })
  const store = createMarkStore(createFakeArea())
  const keep = (list: Mark['list'], id: string, item?: string) =>
    store.keep({ pack: 'clinic', list, id, value: 1, ...(item && { item }) }, [more])
  expect(await keep('walkthroughs', 'record-vitals')).toBe(true)
  expect([await keep('pins', 'required'), await keep('pins', 'jane-doe')]).toEqual([true, false])
  expect(await keep('hidden', 'record-vitals')).toBe(true)
  expect(await keep('hidden', 'required')).toBe(false)
  expect(await keep('known', 'record-vitals', 'open')).toBe(true)
  expect(await keep('known', 'record-vitals', 'jane-doe')).toBe(false)
  expect(await keep('known', 'record-vitals')).toBe(false)
})

test('a reset takes back what was changed, and leaves what was done, read and shown', async () => {
  const store = createMarkStore(createFakeArea())
  const walk = { pack: 'clinic', id: 'record-vitals', value: 1 } as const
  await store.keep(mark('one'), [pack])
  await store.keep({ ...walk, list: 'pins' }, [pack])
  await store.keep({ ...walk, list: 'walkthroughs' }, [pack])
  const shown = { pack: 'clinic', list: 'checklists', id: 'week' } as const
  await store.countShown(shown, '2026-11-24')
  await store.countShown(shown, '2026-11-25')
  await store.reset()
  expect(await store.read([pack])).toEqual({
    'clinic/walkthroughs/record-vitals': 1,
    'clinic/checklists/week/@times': 2,
    'clinic/checklists/week/@last': 20782,
  })
})
