import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { tallySchema } from '../vocabulary/tally.ts'
import { dayAndWeek, firstBits } from './firsts.ts'
import { subjectKey } from './subject.ts'
import { addToCell, buildTally, type Cell } from './tally.ts'

const uuid = () => '6f1b2c3d-0a1b-4c2d-8e3f-001122334455'
const subject = { kind: 'visit', screen: 'vitals', app: 'ehr', packVersion: 1 } as const
const HOUR = 490_000

function cellOf(events: number): Cell {
  let cell: Cell | undefined
  for (let n = 0; n < events; n++) cell = addToCell(cell, HOUR, subject)
  return cell ?? addToCell(undefined, HOUR, subject)
}

describe('a cell and its record', () => {
  it('holds the hour, the subject, a bucket and two bits', () => {
    expect(buildTally(cellOf(3), undefined, { uuid, cohort: 'pilot' })).toEqual({
      uid: uuid(),
      hour: HOUR,
      ...subject,
      count: 2,
      firstToday: true,
      firstThisWeek: true,
      cohort: 'pilot',
    })
  })

  it('never says more than what happened', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (events) => {
        const tally = buildTally(cellOf(events), undefined, { uuid })
        expect(tally?.count).toBeLessThanOrEqual(events)
        expect(v.safeParse(tallySchema, tally).success).toBe(true)
      }),
    )
  })

  it('builds no record from what the dictionary does not hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), (text, hour) => {
        const cell = { ...cellOf(1), hour, subject: { ...subject, screen: text } }
        const tally = buildTally(cell, undefined, { uuid })
        if (tally !== undefined) expect(v.safeParse(tallySchema, tally).success).toBe(true)
      }),
    )
  })

  it('builds none for a clock beyond 2100', () => {
    expect(buildTally({ ...cellOf(1), hour: 2_000_000 }, undefined, { uuid })).toBeUndefined()
  })
})

describe('what a record is about', () => {
  it('has the key that earlier releases stored, where it has nothing newer', () => {
    expect(subjectKey(subject)).toBe('visit|ehr|1|vitals|||||')
    expect(subjectKey({ kind: 'survey', survey: 'ease', outcome: 'asked' })).toBe(
      'survey||||||||asked|ease',
    )
  })

  it('has another key where only the region or the task is another', () => {
    const keys = [
      subjectKey({ kind: 'dead_click', screen: 'vitals' }),
      subjectKey({ kind: 'dead_click', screen: 'vitals', region: 'main' }),
      subjectKey({ kind: 'task', task: 'main', outcome: 'done' }),
      subjectKey({ kind: 'task', task: 'other', outcome: 'done' }),
    ]
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the first-time bits', () => {
  const monday = Math.floor(Date.UTC(2026, 10, 23) / 3_600_000)

  it('are set once a day and once a week', () => {
    const seen = dayAndWeek(monday)
    expect(firstBits(undefined, monday)).toEqual({ firstToday: true, firstThisWeek: true })
    expect(firstBits(seen, monday + 23)).toEqual({ firstToday: false, firstThisWeek: false })
    expect(firstBits(seen, monday + 24)).toEqual({ firstToday: true, firstThisWeek: false })
    expect(firstBits(seen, monday + 7 * 24)).toEqual({ firstToday: true, firstThisWeek: true })
  })

  it('begin a week on Monday', () => {
    expect(firstBits(dayAndWeek(monday - 1), monday).firstThisWeek).toBe(true)
  })
})
