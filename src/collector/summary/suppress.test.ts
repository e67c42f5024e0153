import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeCell, NO_LABELS } from '../testing/cells.ts'
import { atomsOf } from './atom.ts'
import { summarise } from './summary.ts'
import { effectiveMinGroup, suppress } from './suppress.ts'

test.each([
  [11, false, 11],
  [30, false, 30],
  [5, false, 5],
  [1, false, 5],
  [-3, false, 5],
  [Number.NaN, false, 11],
  [11, true, 1],
])('a smallest group of %d (demonstration: %s) holds as %i', (wanted, demo, held) => {
  expect(effectiveMinGroup(wanted, demo)).toBe(held)
})

test('a screen is withheld where on no day enough people visited it', () => {
  const days = [100, 101, 102].map((day) => makeCell({ day, clients: 10 }))
  const { shown, few, withheld } = suppress(atomsOf(days), 11)
  expect({ shown, few, withheld }).toEqual({
    shown: [],
    few: [],
    withheld: { screens: 1, walkthroughs: 0, surveys: 0, tasks: 0 },
  })
})

test('with its screen goes everything that happened on it', () => {
  const cells = [makeCell({ clients: 10 }), makeCell({ kind: 'report', outcome: 'slow' })]
  expect(suppress(atomsOf(cells), 11)).toMatchObject({ shown: [], few: [] })
})

test('one enough day opens a screen, and only that day is counted', () => {
  const cells = [makeCell({ clients: 11, count: 40 }), makeCell({ day: 101, clients: 10 })]
  const { shown, few } = suppress(atomsOf(cells), 11)
  expect(shown.map(({ count }) => count)).toEqual([40])
  expect(few.map(({ day }) => day)).toEqual([101])
})

test('one person on eleven elements is not eleven people', () => {
  const cells = Array.from({ length: 11 }, (_, index) =>
    makeCell({ kind: 'rage_click', target: `button-${index}`, count: 1, clients: 1 }),
  )
  const { shown } = suppress(atomsOf([makeCell(), ...cells]), 11)
  expect(shown.map(({ kind }) => kind)).toEqual(['visit'])
})

const few = fc.integer({ min: 0, max: 30 })
const cell = fc
  .record({
    day: fc.integer({ min: 100, max: 103 }),
    kind: fc.constantFrom(
      ...['visit', 'rage_click', 'report', 'walkthrough', 'target-missing'],
      ...['press', 'task', 'context_switching'],
    ),
    reached: fc.constantFrom('reached-1', 'reached-2', 'reached-8'),
    place: fc.constantFrom('a', 'b', 'c'),
    outcome: fc.constantFrom('started', 'completed'),
    category: fc.constantFrom('slow', 'alert-noise'),
    target: fc.constantFrom('', 't1', 't2'),
    clients: few,
    extra: few,
  })
  .map(({ day, kind, place, outcome, category, reached, target, clients, extra }) => {
    const count = Math.max(1, clients + extra)
    const base = { day, kind, clients, count }
    if (kind === 'task') return makeCell({ ...base, screen: '', task: place, outcome: 'started' })
    if (kind === 'press' || kind === 'context_switching')
      return makeCell({ ...base, screen: place, outcome: reached })
    if (kind === 'walkthrough') return makeCell({ ...base, walkthrough: place, outcome })
    if (kind === 'report') return makeCell({ ...base, screen: place, target, outcome: category })
    if (kind === 'target-missing') return makeCell({ ...base, screen: place, target: 't1' })
    return makeCell({ ...base, screen: place })
  })
const cells = fc.array(cell, { maxLength: 60 })

function view(all: ReturnType<typeof makeCell>[], fromDay: number, toDay: number) {
  const inside = all.filter(({ day }) => day >= fromDay && day <= toDay)
  return summarise(inside, { fromDay, toDay, minGroup: 11, labels: NO_LABELS })
}

test('whatever the figures of small groups are, the page reads the same', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 2, max: 9 }), (all, factor) => {
      const sizes = new Map(
        atomsOf(all).map((atom) => [
          JSON.stringify({ ...atom, count: 0, clients: 0 }),
          atom.clients,
        ]),
      )
      const changed = all.map((one) => {
        const [atom] = atomsOf([one])
        const clients = sizes.get(JSON.stringify({ ...atom, count: 0, clients: 0 })) ?? 0
        return clients < 11 ? { ...one, count: one.count * factor } : one
      })
      for (const fromDay of [100, 101, 102, 103])
        expect(view(changed, fromDay, 103)).toEqual(view(all, fromDay, 103))
    }),
  )
})

test('totals are the sums of the rows', () => {
  fc.assert(
    fc.property(cells, (all) => {
      const { totals, screens, tasks, walkthroughs, reports, daily } = view(all, 100, 103)
      const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0)
      expect(totals.visits.count).toBe(sum(screens.map((row) => row.visits.count)))
      expect(totals.presses.count).toBe(sum(screens.map((row) => row.presses.count)))
      expect(totals.tasks.count).toBe(sum(tasks.map((row) => row.started.count)))
      expect(totals.signals.count + totals.reports.count).toBe(
        sum(screens.map((row) => row.friction.count)),
      )
      expect(totals.reports.count).toBe(sum(reports.map((row) => row.figure.count)))
      expect(totals.started.count).toBe(sum(walkthroughs.map((row) => row.started.count)))
      expect(totals.visits.count).toBe(sum(daily.map((day) => day.visits.count)))
    }),
  )
})
