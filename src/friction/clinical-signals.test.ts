import { describe, expect, it } from 'vitest'
import { lagOf } from './late-entry.ts'
import type { Observation } from './observation.ts'
import { burst, did, field, kinds, play, playAll, press, screen } from './testing/story.ts'

const alert = (at: number, isOpen: boolean, isByPerson = !isOpen, id = 9): Observation => ({
  ...{ type: 'alert', at, alert: id, isOpen, isByPerson },
})

describe('an alert closed at once', () => {
  it('is one that somebody closed within three seconds', () => {
    expect(play(screen(0, 'orders'), alert(5000, true), alert(7900, false))).toEqual([
      { kind: 'reflex_alert_dismissal', at: 5000, screen: 'orders', control: 9 },
    ])
  })

  it.each<[string, Observation[]]>([
    ['one that is open for three seconds', [alert(0, true), alert(3000, false)]],
    ['one that goes by itself', [alert(0, true), alert(2000, false, false)]],
    ['one that nobody can have seen', [alert(0, true), alert(100, false)]],
    ['one told again', [alert(0, true), alert(2500, true), alert(4000, false)]],
    ['one that never came', [alert(2000, false)]],
  ])('is none: %s', (_, story) => {
    expect(kinds(...story)).toEqual([])
  })

  it('is named by its id in the pack, as the alert itself is gone', () => {
    const named = { ...alert(2000, false), target: 'interaction-bar' } as Observation
    expect(play(alert(0, true), named)).toMatchObject([{ target: 'interaction-bar' }])
  })

  it('is one for each alert', () => {
    const two = [
      alert(0, true),
      alert(100, true, false, 8),
      alert(1000, false),
      alert(1500, false, true, 8),
    ]
    expect(kinds(...two)).toHaveLength(2)
  })
})

const trip = [did('copy', 1000), did('away', 5000), did('back', 20_000)]
const typing = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) => field(from + at * 200, 'typed'))

describe('what is carried over another window', () => {
  it('is copied, away, and pasted on return', () => {
    expect(play(screen(0, 'chart'), ...trip, field(25_000, 'pasted'))).toEqual([
      {
        ...{ kind: 'shadow_transcription', at: 1000, screen: 'chart', control: 5 },
        ...{ role: 'textbox', outcome: 'pasted' },
      },
    ])
  })

  it('is copied, away, and typed on return, once', () => {
    expect(kinds(...trip, ...typing(25_000, 20))).toEqual(['shadow_transcription'])
  })

  it.each<[string, Observation[]]>([
    ['pasting without leaving', [did('copy', 1000), field(2000, 'pasted')]],
    ['leaving without copying', [did('away', 5000), did('back', 20_000), field(21_000, 'pasted')]],
    ['a glance', [did('copy', 0), did('away', 1000), did('back', 3000), field(4000, 'pasted')]],
    ['what is entered half a minute later', [...trip, field(50_001, 'pasted')]],
    ['a slip of a key', [...trip, ...typing(25_000, 4)]],
    ['a search', [...trip, field(25_000, 'pasted', { isSearch: true })]],
    ['a choice from a list', [...trip, field(25_000, 'changed')]],
  ])('is none: %s', (_, story) => {
    expect(kinds(...story)).toEqual([])
  })
})

describe('a paste into a note', () => {
  it('is one each, and none elsewhere or by typing', () => {
    const note = { isNote: true }
    expect(kinds(field(0, 'pasted', note), field(500, 'pasted', note))).toEqual([
      'paste_heavy_note',
      'paste_heavy_note',
    ])
    expect(kinds(field(0, 'pasted'), field(500, 'typed', note))).toEqual([])
  })
})

const used = (at: number, place: number, order = 'give'): Observation => ({
  ...{ type: 'required', at, order, place, last: 2, control: 30 + place, role: 'button' },
})
const outcomes = (...story: Observation[]) =>
  play(screen(0, 'dose'), ...story).map(({ outcome }) => outcome)

describe('a required step', () => {
  it('is worked around where it is left out, or done after a later one', () => {
    expect(outcomes(used(1000, 0), used(2000, 2))).toEqual(['skipped'])
    expect(outcomes(used(1000, 1), used(2000, 0), used(3000, 2))).toEqual(['out-of-order'])
  })

  it('is told once a round, and each round anew', () => {
    const round = (at: number) => [used(at, 1), used(at + 100, 0), used(at + 200, 2)]
    expect(outcomes(...round(1000), ...round(5000))).toHaveLength(2)
  })

  it('is none in the order of the pack, with repeats, or where the screen is left', () => {
    expect(outcomes(used(1000, 0), used(1500, 0), used(2000, 1), used(3000, 2))).toEqual([])
    expect(outcomes(used(1000, 0), used(1500, 1), used(1700, 0), used(3000, 2))).toEqual([])
    expect(
      outcomes(used(1000, 1), screen(20_000, 'chart'), screen(40_000, 'dose'), used(41_000, 0)),
    ).toEqual([])
  })
})

describe('a scan field', () => {
  const scan = { isScan: true }
  const inputs = (gap: number, count = 12) =>
    Array.from({ length: count }, (_, at) => field(1000 + at * gap, 'typed', scan))

  it('is worked around where somebody types into it, once an entry', () => {
    expect(outcomes(...inputs(140))).toEqual(['typed-scan'])
  })

  it.each<[string, Observation[]]>([
    ['a scanner', inputs(12)],
    ['a slow scanner', inputs(50)],
    ['a paste', [field(1000, 'pasted', scan)]],
    ['a slip of a key', inputs(200, 3)],
    ['another field', inputs(140).map((seen) => field(seen.at, 'typed'))],
  ])('is none: %s', (_, story) => {
    expect(kinds(...story)).toEqual([])
  })
})

const context = (at: number, group: 'chart' | 'inbox', isOther = false): Observation => ({
  ...{ type: 'context', at, group, isOther },
})

describe('switches between records and inbox', () => {
  it('are told as 1, 2, 4, 8 are reached within ten minutes', () => {
    const story = Array.from({ length: 10 }, (_, at) =>
      context(at * 1000, at % 2 ? 'inbox' : 'chart'),
    )
    expect(play(...story).map(({ outcome }) => outcome)).toEqual([
      ...['reached-1', 'reached-2', 'reached-4', 'reached-8'],
    ])
  })

  it('are begun anew after ten minutes', () => {
    const story = [context(0, 'chart'), context(1000, 'inbox'), context(601_001, 'chart')]
    expect(play(...story).map(({ outcome }) => outcome)).toEqual(['reached-1', 'reached-1'])
  })

  it('are from one patient to another too, and none within one', () => {
    expect(kinds(context(0, 'chart'), context(9000, 'chart', true))).toEqual(['context_switching'])
    expect(kinds(context(0, 'chart'), context(9000, 'chart'), context(9900, 'chart'))).toEqual([])
    expect(kinds(context(0, 'chart', true))).toEqual([])
  })
})

const entered = (at: number, lag: 'under-1-h' | 'over-4-h' | undefined): Observation => ({
  ...{ type: 'time-entered', at, field: 5, role: 'textbox', lag },
})

describe('a time that was entered after the fact', () => {
  it('is told once the field is left, by what it says in the end', () => {
    const story = [entered(0, 'over-4-h'), entered(900, 'under-1-h'), field(2000, 'left')]
    expect(play(screen(-1, 'note'), ...story, field(9000, 'left'))).toEqual([
      {
        ...{ kind: 'late_entry', at: 900, screen: 'note', control: 5 },
        ...{ role: 'textbox', outcome: 'under-1-h' },
      },
    ])
    expect(kinds(entered(0, 'over-4-h'), did('submit', 100))).toEqual(['late_entry'])
  })

  it('is none where the field says now in the end, or is not left', () => {
    expect(kinds(entered(0, 'over-4-h'), entered(900, undefined), field(2000, 'left'))).toEqual([])
    expect(kinds(entered(0, 'over-4-h'))).toEqual([])
  })

  it('lies back in four steps, and neither now nor ahead', () => {
    const now = Date.UTC(2026, 10, 24, 14)
    const minutes = [-60, 0, 1, 2, 14, 15, 59, 60, 239, 240, 9999]
    expect(minutes.map((minute) => lagOf(now - minute * 60_000, now))).toEqual([
      ...[undefined, undefined, undefined, 'under-15-min', 'under-15-min', 'under-1-h'],
      ...['under-1-h', 'under-4-h', 'under-4-h', 'over-4-h', 'over-4-h'],
    ])
    expect(lagOf(Number.NaN, now)).toBeUndefined()
  })
})

const task = (at: number, isDone: boolean): Observation => ({
  ...{ type: 'task', at, task: 'admit', isDone },
})
const told = (...story: Observation[]) =>
  playAll(...story)
    .filter(({ kind }) => kind === 'task' || kind === 'clicks_per_task')
    .map(({ kind, outcome }) => [kind, outcome])

describe('a task', () => {
  it('is begun and done, with its presses in between', () => {
    const presses = Array.from({ length: 5 }, (_, at) =>
      press(2000 + at * 900, { isLink: true, isLeaving: true }),
    )
    expect(told(press(0), task(1000, false), ...presses, task(9000, true), press(9500))).toEqual([
      ['task', 'started'],
      ['task', 'done'],
      ['clicks_per_task', 'presses-4'],
    ])
  })

  it('is begun once, however often its first screen shows', () => {
    expect(
      told(task(0, false), ...burst(100), task(1000, false), ...burst(1100), task(3000, true)),
    ).toEqual([
      ['task', 'started'],
      ['task', 'done'],
      ['clicks_per_task', 'presses-8'],
    ])
  })

  it('is left where it takes more than half an hour, and tells no presses then', () => {
    expect(told(task(0, false), press(1000), press(1_900_000), task(1_900_100, true))).toEqual([
      ['task', 'started'],
      ['task', 'left'],
    ])
  })

  it('is none where what ends it holds already', () => {
    expect(told(task(0, true))).toEqual([])
  })
})

describe('the presses of a visit', () => {
  it('are told as they add up, and anew in the next visit', () => {
    const presses = (from: number) =>
      [0, 1, 2, 3].map((at) => press(from + at * 500, { isLink: true, isLeaving: true }))
    const story = [
      ...[screen(0, 'chart'), ...presses(1000)],
      ...[
        screen(10_000, 'ask', true),
        ...presses(11_000),
        screen(15_000, 'chart'),
        ...presses(16_000),
      ],
      ...[screen(20_000, 'orders'), screen(21_000, 'chart'), ...presses(22_000)],
    ]
    const reached = playAll(...story).filter(({ kind }) => kind === 'press')
    const of = (id: string) => reached.filter((one) => one.screen === id).map((one) => one.outcome)
    expect(of('chart')).toEqual([
      ...['reached-1', 'reached-2', 'reached-4', 'reached-8'],
      ...['reached-1', 'reached-2', 'reached-4'],
    ])
    expect(of('ask')).toEqual(['reached-1', 'reached-2', 'reached-4'])
  })
})
