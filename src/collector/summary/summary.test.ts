import { expect, test } from 'vitest'
import { makeCell, NO_LABELS } from '../testing/cells.ts'
import type { Cell } from './cell.ts'
import { summarise } from './summary.ts'

function summaryOf(cells: Cell[], minGroup = 11) {
  return summarise(cells, { fromDay: 99, toDay: 100, minGroup, labels: NO_LABELS })
}

test('friction is told per 100 visits, by kind and in all, and the worst screen comes first', () => {
  const { screens, totals } = summaryOf([
    makeCell({ screen: 'calm', count: 200 }),
    makeCell({ count: 50 }),
    makeCell({ kind: 'rage_click', count: 12 }),
    makeCell({ kind: 'report', outcome: 'slow', count: 13 }),
    makeCell({ kind: 'multi_click', count: 40 }),
  ])
  expect(screens.map(({ id, per100 }) => [id, per100])).toEqual([
    ['vitals', 50],
    ['calm', 0],
  ])
  const kinds = screens[0]?.kinds.filter(({ per100 }) => per100 !== 0)
  expect(kinds?.map(({ kind, per100 }) => [kind, per100])).toEqual([
    ['rage_click', 24],
    ['report', 26],
  ])
  expect(totals).toMatchObject({ signals: { count: 12 }, reports: { count: 13 }, per100: 10 })
})

test('completion is completed of started, with its interval', () => {
  const end = (outcome: string, count: number) =>
    makeCell({ kind: 'walkthrough', walkthrough: 'record-vitals', outcome, count })
  const { walkthroughs, totals } = summaryOf([
    end('started', 40),
    end('completed', 30),
    end('abandoned', 10),
  ])
  expect(walkthroughs).toMatchObject([
    {
      id: 'record-vitals',
      started: { count: 40 },
      completed: { count: 30 },
      blocked: { count: 0 },
    },
  ])
  expect(walkthroughs[0]?.completion?.rate).toBe(0.75)
  expect(walkthroughs[0]?.completion?.low).toBeCloseTo(0.598, 3)
  expect(totals.completion).toEqual(walkthroughs[0]?.completion)
})

test('answers to a question are told by its own words, and none of a few people', () => {
  const cell = (outcome: string, clients: number) =>
    makeCell({ kind: 'survey', survey: 'ease', outcome, clients, count: clients })
  const labels = { ...NO_LABELS, survey: () => 'Easy?', answers: () => ['Yes', 'No'] }
  const cells = [cell('asked', 30), cell('answer-1', 15), cell('answer-2', 3)]
  const { surveys } = summarise(cells, { fromDay: 99, toDay: 100, minGroup: 11, labels })
  expect(surveys).toEqual([
    {
      app: 'openmrs',
      id: 'ease',
      question: 'Easy?',
      asked: { count: 30, few: false },
      declined: { count: 0, few: false },
      answers: [
        { place: 1, label: 'Yes', figure: { count: 15, few: false } },
        { place: 2, label: 'No', figure: { count: 0, few: true } },
      ],
    },
  ])
})

test('a question that a few were asked is withheld with its answers', () => {
  const cell = (outcome: string) =>
    makeCell({ kind: 'survey', survey: 'ease', outcome, clients: 10, count: 10 })
  const { surveys, withheld } = summaryOf([cell('asked'), cell('answer-1')])
  expect(surveys).toEqual([])
  expect(withheld).toEqual({ screens: 0, walkthroughs: 0, surveys: 1, tasks: 0, figures: 0 })
})

test('there is no completion rate from a number that leaves people out', () => {
  const end = (outcome: string, clients: number) =>
    makeCell({ kind: 'walkthrough', walkthrough: 'record-vitals', outcome, clients })
  const [row] = summaryOf([end('started', 20), end('completed', 3)]).walkthroughs
  expect(row).toMatchObject({ completed: { count: 0, few: true }, completion: null })
})

test('reports are told by screen, category and element, with the latest day', () => {
  const report = { kind: 'report', outcome: 'slow', clients: 12, count: 12 }
  const { reports } = summaryOf([
    makeCell(),
    makeCell({ ...report, day: 99, target: 'save' }),
    makeCell({ ...report, target: 'save' }),
    makeCell({ ...report, outcome: 'alert-noise', target: 'save', clients: 2 }),
  ])
  expect(reports).toMatchObject([
    {
      label: 'It is slow',
      target: 'save',
      figure: { count: 24, few: false },
      latest: '1970-04-11',
    },
    { label: 'Too many alerts', target: '', figure: { count: 0, few: true }, latest: null },
  ])
})

test('pack health tells which target fails, and records lost why', () => {
  const { health, lost } = summaryOf([
    makeCell(),
    makeCell({ kind: 'target-missing', target: 'save' }),
    makeCell({ kind: 'target-ambiguous', target: 'save', clients: 1 }),
    makeCell({ kind: 'lost', screen: '', app: '', outcome: 'age', count: 80 }),
  ])
  expect(health).toMatchObject([
    { target: 'save', missing: { count: 20, few: false }, ambiguous: { count: 0, few: true } },
  ])
  expect(lost).toMatchObject([{ label: 'Older than the queue keeps', figure: { count: 80 } }])
})

test('every day of the window has its place in the series', () => {
  const { daily } = summaryOf([makeCell({ kind: 'dead_click', clients: 3 }), makeCell()])
  expect(daily).toEqual([
    { day: '1970-04-10', visits: { count: 0, few: false }, friction: { count: 0, few: false } },
    { day: '1970-04-11', visits: { count: 20, few: false }, friction: { count: 0, few: true } },
  ])
})

test('in a demonstration a single person is shown, even one not marked as first today', () => {
  const { screens, withheld } = summaryOf(
    [makeCell({ clients: 0, count: 1 }), makeCell({ kind: 'dead_click', clients: 0, count: 1 })],
    1,
  )
  expect(screens).toMatchObject([{ visits: { count: 1, few: false }, per100: 100 }])
  expect(withheld).toEqual({ screens: 0, walkthroughs: 0, surveys: 0, tasks: 0, figures: 0 })
})

test('friction on a screen without a counted visit has no rate', () => {
  const [row] = summaryOf([makeCell({ kind: 'dead_click' })]).screens
  expect(row).toMatchObject({ visits: { count: 0 }, friction: { count: 20 }, per100: null })
})

test('signals of presses are told per 100 presses too, of which there were at least so many', () => {
  const pressed = (outcome: string, count: number) => makeCell({ kind: 'press', outcome, count })
  const { screens, totals } = summaryOf([
    makeCell({ count: 50 }),
    ...[pressed('reached-1', 40), pressed('reached-2', 30), pressed('reached-4', 20)],
    makeCell({ kind: 'dead_click', count: 11 }),
    makeCell({ kind: 'u_turn', count: 11 }),
  ])
  // 40 × 1 + 30 × 1 + 20 × 2
  expect(screens[0]?.presses).toEqual({ count: 110, few: false })
  const of = (name: string) => screens[0]?.kinds.find(({ kind }) => kind === name)
  expect(of('dead_click')).toMatchObject({ per100: 22, per100Presses: 10 })
  expect(of('u_turn')).toMatchObject({ per100: 22, per100Presses: null })
  expect(totals).toMatchObject({ presses: { count: 110 }, per100Presses: 10 })
})

test('what says how work goes counts against no screen', () => {
  const { screens, totals } = summaryOf([
    makeCell({ count: 100 }),
    makeCell({ kind: 'paste_heavy_note', count: 30 }),
    makeCell({ kind: 'context_switching', outcome: 'reached-1', count: 12 }),
    makeCell({ kind: 'context_switching', outcome: 'reached-2', count: 11 }),
    makeCell({ kind: 'context_switching', outcome: 'reached-4', count: 2, clients: 2 }),
    makeCell({ kind: 'reflex_alert_dismissal', count: 13 }),
  ])
  expect(totals).toMatchObject({ per100: 13, signals: { count: 13 } })
  expect(screens[0]?.measures).toMatchObject([
    { kind: 'paste_heavy_note', figure: { count: 30, few: false }, per100: 30 },
    { kind: 'context_switching', figure: { count: 23, few: true }, per100: 23 },
  ])
})

test('a task is told with how it went, and with its presses where none are withheld', () => {
  const task = { screen: '', task: 'admit' }
  const cells = [
    makeCell({ kind: 'task', ...task, outcome: 'started', count: 30 }),
    makeCell({ kind: 'task', ...task, outcome: 'done', count: 24 }),
    makeCell({ kind: 'clicks_per_task', ...task, outcome: 'presses-4', count: 12 }),
    makeCell({ kind: 'clicks_per_task', ...task, outcome: 'presses-16', count: 12 }),
  ]
  const { tasks, totals } = summaryOf(cells)
  expect(tasks).toMatchObject([
    { id: 'admit', started: { count: 30 }, done: { count: 24 }, pressesPerTask: 10 },
  ])
  expect(totals.tasks).toEqual({ count: 30, few: false })
  const rare = makeCell({ kind: 'clicks_per_task', ...task, outcome: 'presses-64', clients: 1 })
  expect(summaryOf([...cells, rare]).tasks).toMatchObject([{ pressesPerTask: null }])
})

test('a task that a few have begun is withheld with all of it', () => {
  const task = { screen: '', task: 'admit', clients: 4 }
  const { tasks, withheld } = summaryOf([
    makeCell({ kind: 'task', ...task, outcome: 'started' }),
    makeCell({ kind: 'clicks_per_task', ...task, outcome: 'presses-4', clients: 20 }),
  ])
  expect(tasks).toEqual([])
  expect(withheld).toMatchObject({ tasks: 1 })
})
