import * as v from 'valibot'
import { expect, test } from 'vitest'
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
