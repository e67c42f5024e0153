import { expect, test } from 'vitest'
import type { Pack } from '../vocabulary/pack.ts'
import { describeNote } from './describe-note.ts'

const packs = [
  {
    app: { id: 'ehr' },
    screens: [{ id: 'vitals', title: 'Vitals form' }],
    targets: [{ id: 'save', label: 'Save' }],
    walkthroughs: [],
    surveys: [],
    tasks: [],
  },
] as unknown as Pack[]
const note = {
  uid: '6f1b2c3d-0a1b-4c2d-8e3f-001122334455',
  day: Date.UTC(2026, 10, 24) / 86_400_000,
  app: 'ehr',
  screen: 'vitals',
  outcome: 'slow',
} as const
const box = { role: 'main', x: 0, y: 0, width: 80, height: 4 } as const

test('a note in words says all that it holds', () => {
  expect(
    describeNote(
      { ...note, target: 'save', severity: 'delay', comment: 'Too late.', wireframe: [box, box] },
      { packs, locale: 'en-GB' },
    ),
  ).toBe(
    'On 24 Nov: report on ‘Save’ in Vitals form (It is slow; It holds me up): “Too late.”, with the screen as 2 grey boxes',
  )
  expect(
    describeNote({ ...note, role: 'button', wireframe: [box] }, { packs, locale: 'en-GB' }),
  ).toBe(
    'On 24 Nov: report on a button in Vitals form (It is slow): with the screen as one grey box',
  )
})
