import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createInterruptions, createVisitBudget } from './interruptions.ts'
import { localDay } from './local-day.ts'

function setup() {
  let day = '2026-11-24'
  let stored: string | undefined
  const start = () =>
    createInterruptions({
      today: () => day,
      storage: {
        read: async () => stored,
        write: async (written) => {
          stored = written
        },
      },
    })
  const setDay = (next: string) => {
    day = next
  }
  return { start, setDay }
}
const ordinary = { pack: 'p', list: 'announcements' as const, id: 'news', isSafety: false }
const safety = { pack: 'p', list: 'announcements' as const, id: 'recall', isSafety: true }

test('there is one interruption a day, over restarts and tabs', async () => {
  const { start, setDay } = setup()
  const budget = start()
  expect(await Promise.all([budget.take(ordinary), budget.take(ordinary)])).toEqual([true, false])
  expect(await start().take(ordinary)).toBe(false)
  setDay('2026-11-25')
  expect(await start().take(ordinary)).toBe(true)
})

test('safety stands above the budget, and uses it up', async () => {
  const budget = setup().start()
  expect(await budget.take(safety)).toBe(true)
  expect(await budget.take(ordinary)).toBe(false)
  expect(await budget.take(safety)).toBe(true)
})

test('where the day can’t be kept, as on a full disk, safety comes up and nothing else does', async () => {
  const budget = createInterruptions({
    today: () => '2026-11-24',
    storage: { read: async () => undefined, write: () => Promise.reject(new Error('full')) },
  })
  expect([await budget.take(ordinary), await budget.take(safety)]).toEqual([false, true])
})

test('whatever is offered, in whatever order, and however often the worker starts anew: one a day at most', async () => {
  const offer = fc.record({
    pack: fc.constantFrom('p', 'q'),
    list: fc.constantFrom('announcements', 'walkthroughs', 'checklists'),
    id: fc.constantFrom('a', 'b', 'c'),
    isSafety: fc.boolean(),
    dayOn: fc.nat({ max: 1 }),
    isRestart: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(offer, { maxLength: 40 }), async (offers) => {
      const { start, setDay } = setup()
      let budget = start()
      let day = 1
      const taken = new Map<number, number>()
      for (const { dayOn, isRestart, ...one } of offers) {
        day += dayOn
        setDay(`2026-11-${String(day).padStart(2, '0')}`)
        if (isRestart) budget = start()
        const isTaken = await budget.take(one)
        if (one.isSafety) expect(isTaken).toBe(true)
        else if (isTaken) taken.set(day, (taken.get(day) ?? 0) + 1)
      }
      expect([...taken.values()].every((count) => count === 1)).toBe(true)
    }),
  )
})

test('a page visit asks for one, and for safety', async () => {
  const asked: string[] = []
  const visit = createVisitBudget(async ({ id }) => asked.push(id) > 0)
  await visit.ask(ordinary)
  const other = { ...ordinary, id: 'other' }
  expect([visit.isGranted(ordinary), visit.mayAsk(ordinary), visit.mayAsk(other)]).toEqual([
    true,
    false,
    false,
  ])
  expect(visit.mayAsk(safety)).toBe(true)
})

test('without an answer nobody is interrupted', async () => {
  const visit = createVisitBudget(async () => {
    throw new Error('worker gone')
  })
  await visit.ask(safety)
  expect(visit.isGranted(safety)).toBe(false)
})

test('the day is the one where the person is', () => {
  expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05')
})
