import { expect, test } from 'vitest'
import type { Pack } from '../vocabulary/pack.ts'
import { optInOf } from './opt-in.ts'

const packs = (lateEntry: boolean) => [{ signals: { lateEntry } as Pack['signals'] }]

test('what is delicate runs for nobody who has not asked for it', () => {
  expect(optInOf({}, packs(false))).toEqual([])
})

test('a pack may switch late entries on, and nothing else', () => {
  expect(optInOf({}, packs(true))).toEqual(['late_entry'])
})

test('a policy has the last word, to switch on and off', () => {
  expect(optInOf({ optionalSignals: ['thrashed_cursor'] }, packs(true))).toEqual([
    'thrashed_cursor',
  ])
  expect(optInOf({ optionalSignals: [] }, packs(true))).toEqual([])
})
