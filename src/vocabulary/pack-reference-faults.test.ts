import * as v from 'valibot'
import { expect, test } from 'vitest'
import { type Pack, type PackSource, packSchema } from './pack.ts'
import { showPath } from './pack-fault.ts'
import { packReferenceFaults } from './pack-reference-faults.ts'

type WalkthroughSource = NonNullable<PackSource['walkthroughs']>[number]
type StepSource = WalkthroughSource['steps'][number]

const save: NonNullable<PackSource['targets']>[number] = {
  id: 'save',
  label: 'Save',
  anchor: { role: 'button', name: ['Save'] },
}

function walkthrough(
  steps: StepSource[],
  more: Partial<WalkthroughSource> = {},
): WalkthroughSource {
  return {
    id: 'record-vitals',
    title: 'Record vitals',
    summary: 'Weight, height, blood pressure',
    screens: ['chart'],
    owner: 'IT',
    reviewBy: '2027-01-31',
    steps,
    ...more,
  }
}

function pack(more: Partial<PackSource> = {}): Pack {
  return v.parse(packSchema, {
    format: 'handrail.pack/1',
    id: 'openmrs',
    version: 1,
    app: { id: 'openmrs', name: 'OpenMRS', sites: ['https://ehr.example.org/*'] },
    screens: [{ id: 'chart', title: 'Chart', when: { url: ['/patient/:id/*'] } }],
    targets: [save],
    walkthroughs: [walkthrough([{ id: 'one', text: 'Press', advance: { on: 'next' } }])],
    ...more,
  })
}

function faults(more: Partial<PackSource>): string[] {
  return packReferenceFaults(pack(more)).map(
    ({ level, path, message }) => `${level} ${showPath(path)}: ${message}`,
  )
}

const steps = (...list: StepSource[]) => ({ walkthroughs: [walkthrough(list)] })

test('a sound pack has no fault', () => {
  expect(faults({})).toEqual([])
})

test('an id that stands twice is refused where it stands the second time', () => {
  expect(faults({ targets: [save, save] })).toEqual([
    "error targets[1].id: another target has the id 'save': give each its own",
  ])
})

test('the same step id may be used in two walkthroughs, not in one', () => {
  const step: StepSource = { id: 'one', text: 'x', advance: { on: 'next' } }
  expect(
    faults({ walkthroughs: [walkthrough([step]), walkthrough([step], { id: 'other' })] }),
  ).toEqual([])
  expect(faults(steps(step, step))).toEqual([
    expect.stringContaining('walkthroughs[0].steps[1].id: another step of this walkthrough'),
  ])
})

const next = { on: 'next' } as const
test.each<[string, Partial<PackSource>, string]>([
  ['a target', steps({ id: 'a', text: 'x', advance: next, target: 'no' }), 'steps[0].target'],
  ['a screen', steps({ id: 'a', text: 'x', advance: next, screen: 'no' }), 'steps[0].screen'],
  [
    'what it waits for',
    steps({ id: 'a', text: 'x', advance: { on: 'present', target: 'no' } }),
    'steps[0].advance.target',
  ],
  [
    'a condition',
    steps({ id: 'a', text: 'x', advance: next, requires: [{ absent: 'no' }] }),
    'steps[0].requires[0].absent',
  ],
  [
    'a branch’s condition',
    steps({ id: 'a', text: 'x', advance: next, branch: [{ when: [{ screen: 'no' }], to: 'a' }] }),
    'branch[0].when[0].screen',
  ],
  [
    'a branch’s step',
    steps({ id: 'a', text: 'x', advance: next, branch: [{ when: [], to: 'no' }] }),
    'branch[0].to',
  ],
  [
    'a place not to cover',
    { screens: [{ id: 'chart', title: 'Chart', when: {}, noCover: ['no'] }] },
    'screens[0].noCover[0]',
  ],
  [
    'where a walkthrough begins',
    { walkthroughs: [walkthrough([{ id: 'a', text: 'x', advance: next }], { screens: ['no'] })] },
    'walkthroughs[0].screens[0]',
  ],
  [
    'where an announcement comes up',
    {
      announcements: [
        {
          id: 'a',
          title: 'A',
          text: 'x',
          from: '2026-11-01',
          until: '2026-12-01',
          screens: ['no'],
        },
      ],
    },
    'announcements[0].screens[0]',
  ],
  [
    'what ticks an item of a checklist',
    { checklists: [{ id: 'c', title: 'C', items: [{ id: 'i', text: 'x', walkthrough: 'no' }] }] },
    'checklists[0].items[0].walkthrough',
  ],
  [
    'where a hint stands',
    { hints: [{ id: 'h', screen: 'no', target: 'save', text: 'x', kind: 'tip' }] },
    'hints[0].screen',
  ],
  [
    'what a hint is about',
    { hints: [{ id: 'h', screen: 'chart', target: 'no', text: 'x', kind: 'tip' }] },
    'hints[0].target',
  ],
])('%s that is not in the pack is refused', (_what, more, where) => {
  expect(faults(more)).toEqual([
    expect.stringMatching(/there is no (screen|target|step|walkthrough) 'no'/),
  ])
  expect(faults(more)[0]).toContain(where)
})

test('steps that could go round with nobody acting are refused', () => {
  const done = [{ present: 'save' }]
  expect(
    faults(
      steps(
        { id: 'a', text: 'x', advance: next, doneWhen: done },
        {
          id: 'b',
          text: 'x',
          advance: { on: 'present', target: 'save' },
          branch: [{ when: [], to: 'a' }],
        },
      ),
    ),
  ).toEqual([expect.stringContaining('steps a → b → a can go round')])
})

test('a way back that needs a press, or another screen than the way on, may stay', () => {
  const back = [{ when: [], to: 'a' }]
  const screens = ['chart', 'form'].map((id) => ({ id, title: id, when: { url: [`/${id}`] } }))
  const pressed = steps(
    { id: 'a', text: 'x', advance: next, doneWhen: [{ present: 'save' }] },
    { id: 'b', text: 'x', target: 'save', advance: { on: 'press' }, branch: back },
  )
  const elsewhere = steps(
    { id: 'a', text: 'x', advance: { on: 'screen', screen: 'form' } },
    { id: 'b', text: 'x', advance: { on: 'screen', screen: 'chart' }, branch: back },
  )
  expect(faults(pressed)).toEqual([])
  expect(faults({ ...elsewhere, screens })).toEqual([])
})

test('a tangle of branches is refused in bounded time', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `s${String.fromCharCode(97 + (at % 26))}${at}`)
  const tangle = ids.map(
    (id, at): StepSource => ({
      id,
      text: 'x',
      advance: { on: 'screen', screen: 'chart' },
      branch: Array.from({ length: 8 }, (_, by) => ({
        when: [{ screen: 'chart' }],
        to: ids[(at + by + 1) % 60] ?? id,
      })),
    }),
  )
  expect(faults(steps(...tangle))[0]).toContain('can go round')
})

test.each([
  ['a script link', 'See [help](javascript:alert)', 'is not https'],
  ['a link in nested brackets', 'See [a[b]](javascript:alert)', 'is not https'],
  ['a plain http link', '[help](http://example.org)', 'is not https'],
  ['a relative link', '[help](/patient)', 'is not https'],
  ['a link with a password', '[help](https://me:secret@example.org)', 'is not https'],
  ['an image', '![x](https://example.org/x.png)', 'has an image'],
  ['HTML', 'Press <img src=x onerror=alert>', 'holds HTML'],
  ['an autolink', '<https://example.org>', 'holds HTML'],
  ['a link by reference', '[a]\n\n[a]: javascript:x', 'by reference'],
  ['text that turns its direction', 'Press \u202Eevas', 'reading direction'],
  ['a control character', 'Press\u0007', 'control characters'],
])('%s in a text is refused', (_what, text, message) => {
  expect(faults(steps({ id: 'a', text, advance: next }))[0]).toContain(message)
  const texts = { fr: { 'walkthroughs.record-vitals.steps.one.text': text } }
  expect(faults({ texts })[0]).toContain(message)
})

test('plain comparisons and https links are words like any other', () => {
  const text = 'Where pulse < 60 or <50: [see](https://example.org/a?b=c) *now*'
  const links = ['example.org']
  expect(faults({ ...steps({ id: 'a', text, advance: next }), links })).toEqual([])
})

test('a link leads to a host that the pack names, wherever it stands', () => {
  const text = 'On [the ward’s page](https://wiki.example.org/wards)'
  const article = {
    id: 'wards',
    title: 'Wards',
    text,
    links: [{ id: 'map', title: 'The map', address: 'https://maps.example.org/wards' }],
  }
  const found = faults({ articles: [article], links: ['wiki.example.org'] })
  expect(found).toHaveLength(1)
  expect(found[0]).toContain("articles[0].links[0].address: the link leads to 'maps.example.org'")
  expect(faults({ articles: [article], links: ['*.example.org'] })).toEqual([])
  expect(faults({ articles: [article] })).toHaveLength(2)
})

test('a translation of nothing is an error, an incomplete one a warning', () => {
  expect(faults({ texts: { fr: { 'walkthroughs.record-vitals.titel': 'x' } } })).toEqual([
    expect.stringContaining('error texts.fr.walkthroughs.record-vitals.titel: translates nothing'),
    expect.stringContaining('warning texts.fr: 5 texts have no translation into fr'),
  ])
})

test('a translated title is no longer than a title may be', () => {
  expect(faults({ texts: { fr: { 'screens.chart.title': 'x'.repeat(121) } } })[0]).toContain(
    'is 121 characters long: at most 120',
  )
})

test.each([
  ['/patient/:', 'is no URL pattern'],
  ['/a*b*c*d', 'too many *'],
  ['/x?*a*b*c', 'too many *'],
  ['/:a-:b/x', 'two :names'],
])('the URL rule %s is refused', (rule, message) => {
  expect(faults({ screens: [{ id: 'chart', title: 'C', when: { url: [rule] } }] })[0]).toContain(
    message,
  )
})

test('what signals and tasks name is there', () => {
  const signals = {
    notes: ['save', 'gone'],
    inbox: ['nowhere'],
    required: [{ id: 'give', screen: 'chart', targets: ['save', 'away'] }],
  }
  const tasks = [
    { id: 'see', title: 'See', screen: 'nowhere', done: [{ present: 'gone' }] },
    { id: 'see', title: 'See', screen: 'chart', done: [{ present: 'save' }] },
  ]
  const named = faults({ signals, tasks }).map((fault) => fault.split(':')[0])
  expect(named.toSorted()).toEqual([
    'error signals.inbox[0]',
    'error signals.notes[1]',
    'error signals.required[0].targets[1]',
    'error tasks[0].done[0].present',
    'error tasks[0].screen',
    'error tasks[1].id',
  ])
})
