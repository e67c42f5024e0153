import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Marks } from '../vocabulary/mark.ts'
import { type Pack, type PackSource, packSchema } from '../vocabulary/pack.ts'
import { dayNumber } from './local-day.ts'
import { duePrompts, PUT_OFF_DAYS } from './prompts.ts'

type News = NonNullable<PackSource['announcements']>[number]
type List = NonNullable<PackSource['checklists']>[number]
type Walk = NonNullable<PackSource['walkthroughs']>[number]

const DAY = '2026-11-24'
const news = (id: string, more: Partial<News> = {}): News => ({
  ...{ id, title: id, text: 'x', from: '2026-11-01', until: '2026-11-30' },
  ...more,
})
const walk = (id: string, more: Partial<Walk> = {}): Walk => ({
  ...{ id, title: id, summary: '', screens: ['list'], owner: 'IT', reviewBy: '2027-01-01' },
  steps: [{ id: 'one', text: 'x', advance: { on: 'next' } }],
  ...more,
})
const week = (more: Partial<List> = {}): List => ({
  ...{ id: 'week', title: 'Week', items: [{ id: 'list', text: 'x', screen: 'list' }] },
  audience: { newcomer: 7 },
  ...more,
})

function packOf(of: Partial<PackSource>): Pack {
  return v.parse(packSchema, {
    format: 'handrail.pack/1',
    id: 'ward',
    version: 1,
    app: { id: 'app', name: 'App', sites: ['https://ehr.test/*'] },
    screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
    ...of,
  })
}
function due(
  of: Partial<PackSource>,
  { marks = {}, day = DAY, minute = 600, quiet = [] as string[], up = [] as string[] } = {},
): string[] {
  const held = (key: string) => (marks as Marks)[key] ?? 0
  const isUp = ({ id }: { id: string }) => up.includes(id)
  return duePrompts([packOf(of)], held, { day, minute }, quiet, isUp).map(({ id }) => id)
}

describe('what comes up by itself', () => {
  test('comes in the order of safety, priority, and the pack', () => {
    const announcements = [
      news('first'),
      news('urgent', { priority: 90 }),
      news('recall', { safety: true, priority: 0 }),
    ]
    const walkthroughs = [walk('tour', { offer: { priority: 70 } }), walk('plain')]
    expect(due({ announcements, walkthroughs })).toEqual(['recall', 'urgent', 'tour', 'first'])
  })
  test('keeps to its days, both of them included', () => {
    const of = { announcements: [news('a', { from: DAY, until: DAY })] }
    expect(['2026-11-23', DAY, '2026-11-25'].map((day) => due(of, { day }))).toEqual([
      [],
      ['a'],
      [],
    ])
  })
  test('is what is neither read, completed, nor put away', () => {
    const of = {
      announcements: [news('a')],
      walkthroughs: [walk('w', { offer: {} })],
      checklists: [week({ offer: {}, audience: {} })],
    }
    expect(due(of)).toEqual(['a', 'w', 'week'])
    const marks = {
      'ward/announcements/a': 1,
      'ward/walkthroughs/w': 1,
      'ward/checklists/week/list': 1,
    }
    expect(due(of, { marks })).toEqual([])
    expect(due(of, { marks: { 'ward/checklists/week': 1 } })).toEqual(['a', 'w'])
  })
  test('asks for the experience that its audience names', () => {
    const of = {
      announcements: [news('a', { audience: { completed: ['w'] } })],
      walkthroughs: [walk('w')],
    }
    expect(due(of)).toEqual([])
    expect(due(of, { marks: { 'ward/walkthroughs/w': 1 } })).toEqual(['a'])
  })
})

describe('caps', () => {
  const of = { announcements: [news('a', { times: 2, daysApart: 3 })] }
  const shown = (times: number, last: string) => ({
    'ward/announcements/a/@times': times,
    'ward/announcements/a/@last': dayNumber(last),
  })
  test('it comes so many times, and so many days apart', () => {
    expect(due(of, { marks: shown(1, '2026-11-22') })).toEqual([])
    expect(due(of, { marks: shown(1, '2026-11-21') })).toEqual(['a'])
    expect(due(of, { marks: shown(2, '2026-11-01') })).toEqual([])
  })
  test('a day that a wrong clock has noted holds nothing back for years', () => {
    expect(due(of, { marks: shown(1, '2036-11-24') })).toEqual(['a'])
    // Over midnight and a time zone it may be tomorrow's, and right.
    expect(due(of, { marks: shown(1, '2026-11-25') })).toEqual([])
  })
  test('what is up stays', () => {
    const late = { marks: shown(2, DAY), quiet: ['00:00-23:59'], up: ['a'] }
    expect(due(of, late)).toEqual(['a'])
  })
  test('an offer stays away for a week, and for good after three times', () => {
    const offered = { walkthroughs: [walk('a', { offer: {} })] }
    const marks = (times: number, last: string) => ({
      'ward/walkthroughs/a/@times': times,
      'ward/walkthroughs/a/@last': dayNumber(last),
    })
    expect(due(offered, { marks: marks(1, '2026-11-18') })).toEqual([])
    expect(due(offered, { marks: marks(2, '2026-11-17') })).toEqual(['a'])
    expect(due(offered, { marks: marks(3, '2026-01-01') })).toEqual([])
  })
})

describe('a question', () => {
  const days = { from: '2026-11-01', until: '2026-11-30' }
  const survey = { id: 'q', question: 'Easy?', answers: ['Yes', 'No'], ...days }
  const of = { surveys: [survey] }
  const marked = (value: number) => ({ marks: { 'ward/surveys/q': value } })
  test('comes after everything else, in its days', () => {
    expect(due({ ...of, announcements: [news('a', { priority: 0 })] })).toEqual(['a', 'q'])
    expect(due(of, { day: '2026-12-01' })).toEqual([])
  })
  test('that was answered or refused never comes again', () => {
    expect(due(of, marked(1))).toEqual([])
    expect(due(of, { ...marked(1), up: ['q'] })).toEqual([])
  })
  test('that was put off comes again on that day', () => {
    expect(due(of, marked(dayNumber(DAY) + 1))).toEqual([])
    expect(due(of, marked(dayNumber(DAY)))).toEqual(['q'])
    expect(due(of, marked(dayNumber(DAY) + PUT_OFF_DAYS))).toEqual([])
    expect(due(of, marked(dayNumber('2036-11-24')))).toEqual(['q'])
  })
  test('waits for quiet hours and a first week to be over', () => {
    expect(due(of, { minute: 60, quiet: ['22:00-06:00'] })).toEqual([])
    expect(due({ ...of, checklists: [week()] })).toEqual([])
  })
})

describe('in quiet hours', () => {
  const of = { announcements: [news('a'), news('recall', { safety: true })] }
  test('of the organisation or the pack only safety comes up', () => {
    expect(due(of, { minute: 60, quiet: ['22:00-06:00'] })).toEqual(['recall'])
    expect(due({ ...of, quietHours: ['22:00-06:00'] }, { minute: 60 })).toEqual(['recall'])
    expect(due({ ...of, quietHours: ['22:00-06:00'] }, { minute: 600 })).toEqual(['recall', 'a'])
  })
})

describe('a first week', () => {
  const of = { announcements: [news('a'), news('recall', { safety: true })], checklists: [week()] }
  test('lets nothing else come up while its checklist is offered, but safety', () => {
    expect(due(of)).toEqual(['recall'])
    expect(due({ ...of, checklists: [week({ offer: {} })] })).toEqual(['recall', 'week'])
  })
  test('is over when the checklist is done or put away', () => {
    expect(due(of, { marks: { 'ward/checklists/week/list': 1 } })).toEqual(['recall', 'a'])
    expect(due(of, { marks: { 'ward/checklists/week': 1 } })).toEqual(['recall', 'a'])
  })
})

test('whatever the hour, the marks and the first week: safety that is unread and in force is due', () => {
  const key = fc.constantFrom('ward/checklists/week', 'ward/walkthroughs/w', 'ward/announcements/a')
  fc.assert(
    fc.property(
      fc.dictionary(key, fc.integer({ min: 1, max: 3 })),
      fc.integer({ min: 0, max: 1439 }),
      fc.subarray(['22:00-06:00', '06:00-22:00']),
      fc.boolean(),
      (marks, minute, quiet, isNew) => {
        const of = {
          announcements: [news('a', { priority: 100 }), news('recall', { safety: true })],
          walkthroughs: [walk('w', { offer: {} })],
          checklists: isNew ? [week({ offer: {} })] : [],
        }
        expect(due(of, { marks, minute, quiet })[0]).toBe('recall')
      },
    ),
  )
})
