import { expect, test } from 'vitest'
import { createFirstSeen } from './first-seen.ts'
import { createFakeArea } from './testing/fake-area.ts'

test('the first day in an app is kept, and days are counted from it', async () => {
  const local = createFakeArea()
  let day = '2026-11-28'
  const start = () => createFirstSeen({ local, today: () => day })
  expect((await start().daysSince(['ehr']))('ehr')).toBe(0)
  day = '2026-12-02'
  const later = await start().daysSince(['ehr', 'lab'])
  expect([later('ehr'), later('lab'), later('other')]).toEqual([4, 0, undefined])
  day = '2026-11-01'
  expect((await start().daysSince(['ehr']))('ehr')).toBe(0)
})

test('a day that a wrong clock has noted makes nobody new for years', async () => {
  const local = createFakeArea()
  let day = '2036-11-28'
  const start = () => createFirstSeen({ local, today: () => day })
  await start().daysSince(['ehr'])
  day = '2026-11-28'
  await start().daysSince(['ehr'])
  day = '2026-12-02'
  expect((await start().daysSince(['ehr']))('ehr')).toBe(4)
})

test('where nothing can be kept, the days are told all the same', async () => {
  const local = { ...createFakeArea(), set: () => Promise.reject(new Error('QuotaExceeded')) }
  const seen = createFirstSeen({ local, today: () => '2026-11-28' })
  expect((await seen.daysSince(['ehr']))('ehr')).toBe(0)
})

test('two frames that ask at once begin on one day, and what is damaged begins anew', async () => {
  const local = createFakeArea({ 'first-seen': { ehr: 'once' } })
  const seen = createFirstSeen({ local, today: () => '2026-11-28' })
  const both = await Promise.all([seen.daysSince(['ehr']), seen.daysSince(['lab'])])
  expect(both.map((of) => of('ehr'))).toEqual([0, 0])
  expect(Object.keys((await local.get('first-seen'))['first-seen'] as object)).toEqual([
    'ehr',
    'lab',
  ])
})
