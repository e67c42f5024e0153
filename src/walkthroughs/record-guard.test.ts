import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Run } from '../vocabulary/run.ts'
import { compareRecords, isBeforeRecord, judgeRecord } from './record-guard.ts'

const before: Run = { pack: 'p', walkthrough: 'task', step: 'save', past: [] }
const within: Run = { ...before, hasRecord: true }

test.each([
  ['takes the first record that it comes to', before, 'unknown', undefined, true],
  ['goes on where nobody says whose record it is', within, 'unsaid', undefined, false],
  ['goes on in its own record', within, 'same', undefined, false],
  ['is told again of a record that another frame did not know of', before, 'same', undefined, true],
  ['pauses in another', within, 'other', 'other', false],
  ['asks where nothing remembers which it was', within, 'unknown', 'unsure', false],
  ['points at nothing while the banner is being drawn', within, 'gone', 'gone', false],
  ['needs no banner before it has a record', before, 'gone', undefined, false],
] as const)('a run %s', (_what, run, standing, pause, bind) => {
  expect(judgeRecord(run, standing)).toEqual({ pause, bind })
})

test.each([
  ['the same words', 'Ann\n34 yr', 'Ann\n34 yr', 'same'],
  ['more words of the same', 'Ann\n34 yr', 'Ann\n34 yr\nWard 3', 'same'],
  ['fewer of them: it is being drawn', 'Ann\n34 yr', '34 yr', 'gone'],
  ['another name', 'Ann\n34 yr', 'Eve\n34 yr', 'other'],
  ['a longer name that begins alike', 'Ann\n34 yr', 'Anna\n34 yr', 'other'],
] as const)('of two banners, %s', (_what, held, open, result) => {
  expect(compareRecords(held, open)).toBe(result)
})

describe('a walkthrough that makes or opens a record', () => {
  const step = (id: string, newRecord = false) => ({ id, newRecord })
  const steps = [
    step('ask'),
    step('register.search'),
    step('register.save'),
    step('register.check', true),
    step('vitals'),
  ]

  test.each(['register.search', 'register.save'])('has none at %s', (id) => {
    expect(isBeforeRecord(steps, id)).toBe(true)
  })

  test.each(['register.check', 'vitals', 'ask'])(
    'has one at %s: there, after it, and where it is called from',
    (id) => {
      expect(isBeforeRecord(steps, id)).toBe(false)
    },
  )
})

const line = fc.stringMatching(/^[A-Za-z0-9 .]{1,12}$/)
const banner = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'))

test('whatever two banners say, a record that lacks one of the held words is never the same', () => {
  fc.assert(
    fc.property(banner, banner, (held, open) => {
      const lines = open.split('\n')
      const isAllSaid = held.split('\n').every((said) => lines.includes(said))
      expect(compareRecords(held, open) === 'same').toBe(isAllSaid)
    }),
  )
})

/** A banner that is still being drawn: not to be taken for a record. */
const PART = 'F'

test('whatever records a run comes through, it goes on in its own only, until the person says so', () => {
  const event = fc.oneof(
    fc.record({ open: fc.option(fc.constantFrom('Ann\nF', 'Eve\nF', PART), { nil: undefined }) }),
    fc.constant('continue' as const),
    fc.constant('reload' as const),
  )
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let run: Run = before
      let held: string | undefined
      let open: string | undefined
      let allowed: string | undefined
      for (const one of events) {
        if (one === 'reload') held = undefined
        else if (one === 'continue') {
          if (open === undefined || open === PART) continue
          held = allowed = open
          run = within
        } else {
          open = one.open
          if (open === undefined) continue
          const verdict = judgeRecord(
            run,
            held === undefined ? 'unknown' : compareRecords(held, open),
          )
          if (verdict.bind && open !== PART) {
            held = allowed = open
            run = within
          }
          if (verdict.pause === undefined && run.hasRecord) expect(open).toBe(allowed)
        }
      }
    }),
  )
})
