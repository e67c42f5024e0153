import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type PackSource, packSchema } from '../../vocabulary/pack.ts'
import { showPath } from '../../vocabulary/pack-fault.ts'
import { lintFaults } from './rules.ts'

type StepSource = NonNullable<PackSource['walkthroughs']>[number]['steps'][number]
type HintSource = NonNullable<PackSource['hints']>[number]
type TargetSource = NonNullable<PackSource['targets']>[number]

const now = new Date('2026-11-24T12:00:00Z')
const chart: PackSource['screens'][number] = {
  id: 'chart',
  title: 'Chart',
  when: { url: ['/chart'] },
  examples: ['/chart?tab=1#top'],
}
const target: TargetSource = { id: 'vitals', label: 'Vitals', anchor: { name: ['Record vitals'] } }
const first: StepSource = { id: 'first', text: 'Press', target: 'vitals', advance: { on: 'press' } }
const last: StepSource = { id: 'last', text: 'Done', advance: { on: 'next' } }

function lint({
  screens = [chart],
  targets = [target],
  steps = [first, last],
  hints = [],
  checklists = [],
  announcements = [],
  surveys = [],
  tasks = [],
  signals = {},
  texts = {},
  reviewBy = '2027-05-01',
  more = [],
  patient,
}: {
  screens?: PackSource['screens']
  targets?: TargetSource[]
  steps?: StepSource[]
  hints?: HintSource[]
  checklists?: NonNullable<PackSource['checklists']>
  announcements?: NonNullable<PackSource['announcements']>
  surveys?: NonNullable<PackSource['surveys']>
  tasks?: NonNullable<PackSource['tasks']>
  signals?: NonNullable<PackSource['signals']>
  patient?: NonNullable<PackSource['app']['patient']>
  texts?: PackSource['texts']
  reviewBy?: string
  more?: NonNullable<PackSource['walkthroughs']>
}): string[] {
  const pack = v.parse(packSchema, {
    format: 'handrail.pack/1',
    id: 'ward',
    version: 1,
    app: {
      ...{ id: 'ward', name: 'Ward', sites: ['https://ward.example.org/*'] },
      ...(patient === undefined ? {} : { patient }),
    },
    screens,
    targets,
    walkthroughs: [
      { id: 'w', title: 'W', summary: 'S', screens: ['chart'], owner: 'IT', reviewBy, steps },
      ...more,
    ],
    hints,
    checklists,
    announcements,
    surveys,
    tasks,
    signals,
    texts,
  } satisfies PackSource)
  return lintFaults(pack, now).map(
    ({ level, path, message }) => `${level} ${showPath(path)}: ${message}`,
  )
}

const only = (text: string) => [expect.stringContaining(text)]

test('a good pack passes every rule', () => {
  expect(lint({})).toEqual([])
})

test('a locked step can’t be skippable, and is warned of where a missing target would leave it out', () => {
  const both = { ...first, locked: true, skippable: true }
  expect(lint({ steps: [both, last] })).toEqual(only("'first' is locked and skippable"))
  const quiet = { ...first, locked: true, missing: 'skip' } as const
  expect(lint({ steps: [quiet, last] })).toEqual(only('let it wait or stop'))
})

test('before a step in a new record no step is within one', () => {
  const made: StepSource = { ...last, newRecord: true }
  expect(lint({ steps: [first, made] })).toEqual(only('does not say how to tell whose record'))
  const patient = { target: 'vitals', screens: ['chart'] }
  expect(lint({ steps: [first, made], patient })).toEqual([])
  const within = { ...first, screen: 'chart' }
  expect(lint({ steps: [within, made], patient })).toEqual(only("'first' is within a record"))
})

test('what ends a step by not being there says on which screen', () => {
  const gone: StepSource = { id: 'gone', text: 'x', advance: { on: 'absent', target: 'vitals' } }
  const done: StepSource = { ...last, id: 'done', doneWhen: [{ absent: 'vitals' }] }
  expect(lint({ steps: [gone, done, last] })).toEqual([
    expect.stringContaining("step 'gone' ends on every screen that does not have 'vitals'"),
    expect.stringContaining("step 'done' counts as done on every screen"),
  ])
  const here = { ...gone, screen: 'chart' }
  const both = { ...done, doneWhen: [{ absent: 'vitals' }, { screen: 'chart' }] }
  expect(lint({ steps: [here, both, last] })).toEqual([])
})

test('an example must fit the rule of its own screen', () => {
  expect(lint({ screens: [{ ...chart, examples: ['/charts'] }] })).toEqual(
    only("error screens[0].examples[0]: '/charts' fits no URL rule of 'chart'"),
  )
})

test('an example that a screen of equal priority also fits is in nobody’s favour', () => {
  const rival = { ...chart, id: 'rival', when: { url: ['/*'] }, examples: ['/other'] }
  expect(lint({ screens: [chart, rival] })).toEqual(only("fits 'rival' as well"))
  expect(lint({ screens: [{ ...chart, priority: 1 }, rival] })).toEqual([])
  const told = { ...rival, when: { url: ['/*'], present: [{ name: ['Form'] }] } }
  expect(lint({ screens: [chart, told] })).toEqual([])
})

test('a screen without examples is to be looked at; one that holds everywhere is wrong', () => {
  expect(lint({ screens: [{ ...chart, examples: [] }] })).toEqual(only('warning screens[0]'))
  expect(lint({ screens: [{ ...chart, when: {} }] })).toEqual(only('error screens[0].when'))
})

test('a target that no step uses is good: it names what friction is about', () => {
  expect(lint({ targets: [target, { ...target, id: 'spare' }] })).toEqual([])
})

test('a walkthrough whose steps always branch back never ends', () => {
  const loop: StepSource = { ...last, branch: [{ when: [], to: 'first' }] }
  expect(lint({ steps: [first, loop] })).toEqual(
    only("error walkthroughs[0].steps: walkthrough 'w' never ends"),
  )
})

test('a step that nothing leads to is to be looked at', () => {
  const jump: StepSource = { ...first, branch: [{ when: [], to: 'last' }] }
  expect(lint({ steps: [jump, { ...last, id: 'between' }, last] })).toEqual(
    only("warning walkthroughs[0].steps[1]: nothing leads to step 'between'"),
  )
})

test('a step that waits for a press needs something to press', () => {
  const bare: StepSource = { ...last, id: 'bare', advance: { on: 'press' } }
  expect(lint({ steps: [first, bare, last] })).toEqual(
    only("error walkthroughs[0].steps[1]: step 'bare' waits for press, and has no target"),
  )
})

test('a walkthrough that would end at the first key is to be looked at', () => {
  expect(lint({ steps: [{ ...first, advance: { on: 'input' } }] })).toEqual(
    only('warning walkthroughs[0].steps[0].advance'),
  )
})

test('a common name alone is a weak anchor', () => {
  const anchored = (anchor: TargetSource['anchor']) => lint({ targets: [{ ...target, anchor }] })
  expect(anchored({ role: 'button', name: ['Save'] })).toEqual(only('warning targets[0].anchor'))
  expect(anchored({ role: 'button', name: ['save '], attributes: { name: 'x' } })).toEqual([])
  const within = [{ role: 'dialog' as const, name: ['Vitals'] }]
  expect(anchored({ role: 'button', name: ['Save'], within })).toEqual([])
})

test('a text too long for a callout is to be looked at, in every language; addresses do not count', () => {
  const long = 'x'.repeat(281)
  expect(lint({ steps: [first, { ...last, text: long }] })).toEqual(only('is 281 characters long'))
  expect(lint({ texts: { fr: { 'walkthroughs.w.steps.last.text': long } } })).toEqual(
    only('texts.fr'),
  )
  const link = `[here](https://example.org/${'x'.repeat(300)})`
  expect(lint({ steps: [first, { ...last, text: link }] })).toEqual([])
})

const hint: HintSource = {
  id: 'h',
  screen: 'chart',
  target: 'vitals',
  kind: 'beacon',
  text: 'x',
}

test('a hint stands on the page, not in its frames', () => {
  expect(lint({ hints: [hint] })).toEqual([])
  expect(lint({ screens: [{ ...chart, frame: true }], hints: [hint] })).toEqual(
    only("error hints[0].screen: hint 'h' is on a screen of frames"),
  )
})

test('a tip stands beside a field, and of two hints of a kind at one place one goes', () => {
  const pressable = { ...target, anchor: { role: 'button' as const, name: ['Record vitals'] } }
  const tip = { ...hint, kind: 'tip' as const }
  expect(lint({ targets: [pressable], hints: [tip] })).toEqual(only('and a button is no field'))
  expect(lint({ hints: [hint, { ...tip, id: 'tip' }] })).toEqual([])
  expect(lint({ hints: [hint, { ...hint, id: 'again' }] })).toEqual(
    only("another beacon stands at 'vitals'"),
  )
})

test('a screen with many beacons is to be looked at', () => {
  const targets = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...target, id }))
  const hints = targets.map(({ id }) => ({ ...hint, id, target: id }))
  expect(lint({ targets: [target, ...targets], hints: hints.slice(1) })).toEqual([])
  expect(lint({ targets: [target, ...targets], hints })).toEqual(
    only("warning hints[4]: screen 'chart' has more than 4 beacons"),
  )
})

test('an item of a checklist waits for a screen of the page', () => {
  const items = [{ id: 'i', text: 'x', screen: 'chart' }]
  const checklists = [{ id: 'c', title: 'C', items }]
  expect(lint({ checklists })).toEqual([])
  expect(lint({ screens: [{ ...chart, frame: true }], checklists })).toEqual(
    only("error checklists[0].items[0].screen: item 'i' waits for a screen of frames"),
  )
})

test('an announcement begins, ends, and is not there for good', () => {
  const days = (from: string, until: string) =>
    lint({ announcements: [{ id: 'a', title: 'A', text: 'x', from, until }] })
  expect(days('2026-11-24', '2026-11-24')).toEqual([])
  expect(days('2026-11-25', '2026-11-24')).toEqual(only('error announcements[0].until'))
  expect(days('2026-11-01', '2026-11-23')).toEqual(only('has ended on 2026-11-23'))
  expect(days('2026-11-01', '2028-11-23')).toEqual(only('end it sooner'))
})

test('so does a survey', () => {
  const days = (from: string, until: string) =>
    lint({ surveys: [{ id: 's', question: 'Q?', answers: ['Yes', 'No'], from, until }] })
  expect(days('2026-11-24', '2026-11-24')).toEqual([])
  expect(days('2026-11-25', '2026-11-24')).toEqual(only('error surveys[0].until'))
  expect(days('2026-11-01', '2028-11-23')).toEqual(only('is asked for 753 days: end it sooner'))
})

test('a review that is overdue is to be looked at, from the day after', () => {
  expect(lint({ reviewBy: '2026-11-23' })).toEqual(only('warning walkthroughs[0].reviewBy'))
  expect(lint({ reviewBy: '2026-11-24' })).toEqual([])
})

test('characters that can’t be seen are to be looked at; joiners are not', () => {
  expect(lint({ screens: [{ ...chart, title: 'Ch\u200Bart' }] })).toEqual(only('U+200B'))
  expect(lint({ screens: [{ ...chart, title: 'می‌خواهم' }] })).toEqual([])
})

test.each([
  ['[www.example.org](https://example.org)', []],
  ['[See the manual. Then go on](https://example.org)', []],
  ['[https://nhs.uk/help](https://example.org)', only("leads to 'example.org'")],
  ['[nhs.uk](https://nhs.uk.example.org)', only("leads to 'nhs.uk.example.org'")],
  ['[\u0440aypal](https://example.org)', only('mix letters that look alike')],
  ['[ ](https://example.org)', only('has no words')],
  ['[help](https://\u0435xample.org)', only('looks like another')],
])('the words of a link agree with where it leads: %s', (text, expected) => {
  expect(lint({ steps: [first, { ...last, text }] })).toEqual(expected)
})

const walk = (id: string, completed: string[], notCompleted: string[] = []) => ({
  ...{ id, title: id, summary: '', screens: ['chart'], owner: 'IT', reviewBy: '2027-05-01' },
  steps: [first, last],
  audience: { completed, notCompleted },
})

test('an audience that nobody can be in', () => {
  expect(lint({ more: [walk('a', ['w'], ['w'])] })).toEqual([
    "error walkthroughs[1].audience: nobody can be in this audience: 'w' would be completed and not completed: take one out",
  ])
  expect(lint({ more: [walk('a', ['a'])] })[0]).toContain('asks to be completed before it shows')
  const round = lint({ more: [walk('a', ['b']), walk('b', ['a'])] })
  expect(round).toHaveLength(2)
  expect(round[0]).toContain("'b' asks for 'a' to be completed first")
  const item = { id: 'see', text: 'x', screen: 'chart' }
  const list = { id: 'c', title: 'C', items: [item], audience: { completed: ['a'] } }
  expect(lint({ more: [walk('a', ['b']), walk('b', ['a'])], checklists: [list] })[2]).toContain(
    "checklists[0].audience: nobody can be in this audience: 'a' can itself never be completed",
  )
  expect(lint({ more: [walk('a', ['w']), walk('b', ['a', 'w'])] })).toEqual([])
})

test('an offer on days that come, and within the days of a newcomer', () => {
  const offered = (offer: object, audience = {}) => [
    { id: 'c', title: 'C', items: [{ id: 'see', text: 'x', screen: 'chart' }], offer, audience },
  ]
  const one = (offer: object, audience = {}) => lint({ checklists: offered(offer, audience) })
  expect(one({ from: '2026-12-02', until: '2026-12-01' })[0]).toContain('error checklists[0].offer')
  expect(one({ until: '2026-11-01' })[0]).toContain('was offered until 2026-11-01')
  expect(one({}, { newcomer: 7 })[0]).toContain('would be offered last on day 15')
  expect(one({ times: 3, daysApart: 2 }, { newcomer: 7 })).toEqual([])
})

test('a required order names each control once', () => {
  const required = [{ id: 'give', screen: 'chart', targets: ['vitals', 'vitals'] }]
  expect(lint({ signals: { required } })).toEqual([
    "error signals.required[0].targets: required order 'give' names a control twice: each is done once",
  ])
})

test('a screen is of the charts or of the inbox, and charts need the patient banner', () => {
  const patient = { target: 'vitals' }
  expect(lint({ patient, signals: { charts: ['chart'], inbox: ['chart'] } })).toEqual([
    "error signals.charts[0]: screen 'chart' is of the charts and of the inbox: name it in one of them",
  ])
  expect(lint({ signals: { charts: ['chart'] } })).toEqual([
    expect.stringContaining('name the patient banner in app.patient'),
  ])
  expect(lint({ patient, signals: { charts: ['chart'] } })).toEqual([])
})

test('late entries need fields that they may be in', () => {
  expect(lint({ signals: { lateEntry: true } })).toEqual([
    expect.stringContaining('warning signals.lateEntry: no entry can be late'),
  ])
  expect(lint({ signals: { lateEntry: true, times: ['vitals'] } })).toEqual([])
})

test('a task ends somewhere else than it begins', () => {
  const task = { id: 'see', title: 'See a chart', screen: 'chart' }
  expect(lint({ tasks: [{ ...task, done: [{ screen: 'chart' }] }] })).toEqual([
    expect.stringContaining(
      "error tasks[0].done: task 'see' is done on the screen that it begins on",
    ),
  ])
  expect(lint({ tasks: [{ ...task, done: [{ present: 'vitals' }] }] })).toEqual([])
})
