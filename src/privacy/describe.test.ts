import { describe, expect, it } from 'vitest'
import type { Pack } from '../vocabulary/pack.ts'
import type { Tally } from '../vocabulary/tally.ts'
import { describeTally } from './describe.ts'

const packs = [
  {
    app: { id: 'ehr' },
    screens: [{ id: 'vitals-form', title: 'Vitals form' }],
    targets: [{ id: 'save', label: 'Save' }],
    walkthroughs: [{ id: 'record-vitals', title: 'Record vitals', steps: [{ id: 'open' }] }],
    surveys: [{ id: 'ease', question: 'Easy?' }],
    tasks: [{ id: 'admit', title: 'Admit somebody' }],
  },
] as unknown as Pack[]
const options = { packs, locale: 'en-GB', timeZone: 'UTC' }
const tally: Tally = {
  uid: '6f1b2c3d-0a1b-4c2d-8e3f-001122334455',
  hour: Math.floor(Date.UTC(2026, 10, 24, 14) / 3_600_000),
  kind: 'rage_click',
  app: 'ehr',
  screen: 'vitals-form',
  target: 'save',
  count: 2,
  firstToday: true,
  firstThisWeek: true,
}

describe('a tally in words', () => {
  it('says what, where, when and how often', () => {
    expect(describeTally(tally, options)).toBe(
      'Between 14:00 and 15:00 on 24 Nov: rage click on ‘Save’ in Vitals form, 2–3 times',
    )
  })

  it('names a walkthrough, its step and what became of it', () => {
    const { target: _target, screen: _screen, ...rest } = tally
    const step = { ...rest, kind: 'step', walkthrough: 'record-vitals', step: 'open' } as const
    expect(describeTally({ ...step, outcome: 'shown', count: 1 }, options)).toBe(
      'Between 14:00 and 15:00 on 24 Nov: walkthrough step ‘Record vitals’ step 1 (Shown), once',
    )
  })

  it('places what the pack does not know by role and region', () => {
    const { target: _target, ...rest } = tally
    expect(describeTally({ ...rest, role: 'button', region: 'dialog' }, options)).toContain(
      'rage click on a button of the part ‘dialog’ in Vitals form',
    )
  })

  it('names a task and how it went', () => {
    const { target: _target, screen: _screen, ...rest } = tally
    const task = { ...rest, kind: 'clicks_per_task', task: 'admit' } as const
    expect(describeTally({ ...task, outcome: 'presses-4' }, options)).toContain(
      'presses of a task ‘Admit somebody’ (4–7 presses), 2–3 times',
    )
  })

  it('falls back on ids where no pack has a label any more', () => {
    expect(describeTally(tally, { ...options, packs: [] })).toContain(
      'rage click on ‘save’ in vitals-form',
    )
  })
})
