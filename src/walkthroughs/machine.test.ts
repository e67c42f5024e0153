import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Step } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Facts, Presence } from './facts.ts'
import { canGoBack, proceed, type RunEvent, showingOf, startRun } from './machine.ts'
import { step, walkthrough } from './testing/walkthrough.ts'

function page(
  screen?: string,
  targets: Record<string, Presence> = {},
  disabled: string[] = [],
): Facts {
  return {
    screen,
    presence: (target) => targets[target] ?? 'missing',
    isEnabled: (target) => !disabled.includes(target),
  }
}

const look: RunEvent = { type: 'look' }
const open = step('open', { target: 'opener', advance: { on: 'press' } })
const fill = step('fill', { target: 'field', screen: 'form', advance: { on: 'input' } })
const save = step('save', {
  target: 'saver',
  screen: 'form',
  advance: { on: 'screen', screen: 'home' },
})
const task = walkthrough(open, fill, save)

test('a press on the target ends a step that waits for it', () => {
  const progress = proceed(
    task,
    startRun('p', task),
    { type: 'press', target: 'opener' },
    page('home'),
  )
  expect(progress).toEqual({
    state: 'running',
    run: { pack: 'p', walkthrough: 'task', step: 'fill', past: ['open'] },
    ended: [{ step: 'open', outcome: 'done' }],
  })
})

test('a press on something else changes nothing', () => {
  const run = startRun('p', task)
  expect(proceed(task, run, { type: 'press', target: 'saver' }, page('home'))).toMatchObject({
    run,
    ended: [],
  })
})

test('the last step ends the walkthrough as completed', () => {
  const run = { pack: 'p', walkthrough: 'task', step: 'save', past: ['open', 'fill'] }
  expect(proceed(task, run, look, page('home'))).toEqual({
    state: 'over',
    outcome: 'completed',
    ended: [{ step: 'save', outcome: 'done' }],
  })
})

test('a step whose doneWhen already holds is passed by itself', () => {
  const done = walkthrough(
    step('first'),
    step('second', { doneWhen: [{ screen: 'form' }] }),
    step('third'),
  )
  expect(proceed(done, startRun('p', done), { type: 'next' }, page('form'))).toMatchObject({
    run: { step: 'third', past: ['first', 'second'] },
  })
})

test('Next does not pass a locked step', () => {
  const locked = walkthrough(
    step('sign', { locked: true, advance: { on: 'press' }, target: 'pad' }),
  )
  expect(proceed(locked, startRun('p', locked), { type: 'next' }, page()).state).toBe('running')
})

test('nor does Skip, whatever its pack says', () => {
  const locked = walkthrough(step('read', { locked: true, skippable: true }))
  expect(proceed(locked, startRun('p', locked), { type: 'skip' }, page()).state).toBe('running')
})

test('a locked step that is only to be read ends on Next', () => {
  const locked = walkthrough(step('read', { locked: true, advance: { on: 'next' } }))
  expect(proceed(locked, startRun('p', locked), { type: 'next' }, page()).state).toBe('over')
})

test('going back stays there although its condition still holds, until it has once not held', () => {
  const two = walkthrough(step('go', { advance: { on: 'screen', screen: 'form' } }), step('end'))
  const run = { pack: 'p', walkthrough: 'task', step: 'end', past: ['go'] }
  const back = proceed(two, run, { type: 'back' }, page('form'))
  if (back.state !== 'running') throw new Error('back ends nothing')
  const still = proceed(two, back.run, look, page('form'))
  expect(still).toMatchObject({ run: { step: 'go' } })
  const left = proceed(two, back.run, look, page('home'))
  if (left.state !== 'running') throw new Error('looking ends nothing')
  expect(proceed(two, left.run, look, page('form'))).toMatchObject({ run: { step: 'end' } })
})

test.each([
  ['gone from its own screen', 'form', 'missing', true],
  ['not to be told from others there', 'form', 'ambiguous', false],
  ['not on the screen that somebody went to', 'home', 'missing', false],
  ['not on a screen that nobody knows', undefined, 'missing', false],
] as const)(
  'a step that waits until its target has gone: %s',
  (_what, screen, presence, isDone) => {
    const gone = step('gone', { screen: 'form', advance: { on: 'absent', target: 'x' } })
    const { screen: _, ...anywhere } = gone
    const ended = (one: Step) =>
      proceed(walkthrough(one, step('end')), startRun('p', walkthrough(one)), look, {
        ...page(screen, { x: presence }),
      }).ended.length === 1
    expect(ended(gone)).toBe(isDone)
    expect(ended(anywhere)).toBe(screen !== undefined && presence === 'missing')
  },
)

test('dismissing ends it at once', () => {
  expect(proceed(task, startRun('p', task), { type: 'dismiss' }, page())).toMatchObject({
    state: 'over',
    outcome: 'dismissed',
  })
})

test.each([
  ['skip', 'running', 'fill'],
  ['wait', 'running', 'open'],
  ['stop', 'over', undefined],
] as const)('a target that stays away: policy %s', (missing, state, at) => {
  const lost = walkthrough({ ...open, missing }, fill)
  const progress = proceed(lost, startRun('p', lost), { type: 'gave-up-waiting' }, page('home'))
  expect(progress.state).toBe(state)
  if (progress.state === 'running') expect(progress.run.step).toBe(at)
  else expect(progress.outcome).toBe('blocked')
})

test('a branch takes the first way whose conditions hold', () => {
  const fork = walkthrough(
    step('ask', { branch: [{ when: [{ present: 'alert' }], to: 'explain' }] }),
    step('usual'),
    step('explain'),
  )
  const next = (facts: Facts) => proceed(fork, startRun('p', fork), { type: 'next' }, facts)
  expect(next(page('home', { alert: 'found' }))).toMatchObject({ run: { step: 'explain' } })
  expect(next(page('home'))).toMatchObject({ run: { step: 'usual' } })
})

test('a new version without the current step goes on at the first one not yet past', () => {
  const run = { pack: 'p', walkthrough: 'task', step: 'dropped', past: ['open'] }
  expect(proceed(task, run, look, page('form'))).toMatchObject({ run: { step: 'fill' } })
})

test('of a step that is another frame’s, only a screen of this one tells, and never which way to go', () => {
  const others = (one: Step, facts: Facts) =>
    proceed(
      walkthrough(one, step('end')),
      startRun('p', walkthrough(one)),
      look,
      facts,
      () => false,
    )
  const on = (advance: Step['advance'], more = {}) => step('wait', { advance, ...more })
  const form = { on: 'screen', screen: 'form' } as const
  expect(others(on({ on: 'absent', target: 'x' }), page('form'))).toMatchObject({ ended: [] })
  expect(others(on({ on: 'present', target: 'x' }), page('form', { x: 'found' }))).toMatchObject({
    ended: [],
  })
  expect(others(on(form), page('form'))).toMatchObject({ run: { step: 'end' } })
  const fork = { branch: [{ when: [{ present: 'x' }], to: 'end' }] }
  expect(others(on(form, fork), page('form'))).toMatchObject({ ended: [] })
})

test('nothing is pointed at on another screen, nor where the target is missing or ambiguous', () => {
  expect(showingOf(fill, page('home', { field: 'found' }))).toMatchObject({ reason: 'screen' })
  expect(showingOf(fill, page('form'))).toMatchObject({ reason: 'target' })
  expect(showingOf(fill, page('form', { field: 'ambiguous' }))).toMatchObject({ reason: 'target' })
  expect(showingOf(fill, page('form', { field: 'found' }))).toMatchObject({ state: 'callout' })
})

test('whatever happens, it ends or stands at a step of the walkthrough, and never spins', () => {
  const ids = ['a', 'b', 'c']
  const condition = fc.oneof(
    fc.record({ screen: fc.constantFrom('s', 't') }),
    fc.record({ present: fc.constantFrom('x', 'y') }),
    fc.record({ absent: fc.constantFrom('x', 'y') }),
  )
  const anyStep = (id: string) =>
    fc
      .record({
        doneWhen: fc.array(condition, { maxLength: 2 }),
        locked: fc.boolean(),
        skippable: fc.boolean(),
        missing: fc.constantFrom('wait' as const, 'skip' as const, 'stop' as const),
        branch: fc.array(
          fc.record({ when: fc.array(condition, { maxLength: 1 }), to: fc.constantFrom(...ids) }),
          { maxLength: 2 },
        ),
      })
      .map((more) => step(id, { target: 'x', ...more }))
  const event = fc.constantFrom<RunEvent>(
    look,
    { type: 'next' },
    { type: 'back' },
    { type: 'skip' },
    { type: 'gave-up-waiting' },
    { type: 'press', target: 'x' },
  )
  const facts = fc
    .record({ screen: fc.constantFrom('s', 't'), x: fc.constantFrom<Presence>('found', 'missing') })
    .map(({ screen, x }) => page(screen, { x }))
  fc.assert(
    fc.property(
      fc.tuple(...ids.map(anyStep)),
      fc.array(fc.tuple(event, facts), { maxLength: 30 }),
      (steps, moves) => {
        const any = walkthrough(...steps)
        let run = startRun('p', any)
        for (const [move, seen] of moves) {
          const progress = proceed(any, run, move, seen)
          if (progress.state === 'over') return
          expect(ids).toContain(progress.run.step)
          run = progress.run
        }
      },
    ),
  )
})

const ON: Step['advance'][] = [
  { on: 'next' },
  { on: 'press' },
  { on: 'input' },
  { on: 'screen', screen: 'form' },
  { on: 'present', target: 'other' },
  { on: 'absent', target: 'other' },
  { on: 'enabled', target: 'other' },
]
const EVENTS: RunEvent[] = [
  look,
  { type: 'next' },
  { type: 'back' },
  { type: 'skip' },
  { type: 'press', target: 'x' },
  { type: 'press', target: 'other' },
  { type: 'input', target: 'x' },
  { type: 'input', target: 'other' },
  { type: 'gave-up-waiting' },
]
const PAGES: [string, Facts][] = [
  ['home', page('home', { x: 'found' })],
  ['form', page('form', { x: 'found' })],
  ['home with other', page('home', { x: 'found', other: 'found' })],
  ['home with other, disabled', page('home', { x: 'found', other: 'found' }, ['other'])],
  ['home with two others', page('home', { x: 'found', other: 'ambiguous' })],
]
/** On which pages each kind of advance has come about, whatever the event. */
const BY_PAGE: Record<Step['advance']['on'], string[]> = {
  next: [],
  press: [],
  input: [],
  screen: ['form'],
  present: ['home with other', 'home with other, disabled'],
  // The step is of the screen `home`: that the form does not have it says nothing.
  absent: ['home'],
  enabled: ['home with other'],
}

describe.each(ON)('a step that advances on $on, at every event on every page', (advance) => {
  test.each(PAGES)('%s', (name, facts) => {
    const one = walkthrough(step('one', { screen: 'home', target: 'x', advance }), step('two'))
    for (const event of EVENTS) {
      const progress = proceed(one, startRun('p', one), event, facts)
      const isByAct = event.type === advance.on && 'target' in event && event.target === 'x'
      const isByPage = BY_PAGE[advance.on].includes(name) && event.type !== 'back'
      const isDone = isByAct || isByPage || event.type === 'next'
      expect([event, progress]).toMatchObject([event, { run: { step: isDone ? 'two' : 'one' } }])
    }
  })
})

test.each([
  ['nobody may skip what is not skippable', {}, { type: 'skip' }, 'one', []],
  ['what may be skipped is', { skippable: true }, { type: 'skip' }, 'two', ['skipped']],
  [
    'Next passes what is not locked',
    { advance: { on: 'press' } },
    { type: 'next' },
    'two',
    ['done'],
  ],
  ['and not what is', { locked: true, advance: { on: 'press' } }, { type: 'next' }, 'one', []],
  ['unless Next is its own act', { locked: true }, { type: 'next' }, 'two', ['done']],
  [
    'a locked step is not skipped, whatever else it says',
    { locked: true, skippable: true },
    { type: 'skip' },
    'one',
    [],
  ],
  [
    'a locked step ends by its own act',
    { locked: true, advance: { on: 'press' } },
    { type: 'press', target: 'x' },
    'two',
    ['done'],
  ],
  ['doneWhen holds', { doneWhen: [{ screen: 'home' }, { present: 'x' }] }, look, 'two', ['done']],
  ['doneWhen holds in part', { doneWhen: [{ screen: 'home' }, { present: 'y' }] }, look, 'one', []],
  [
    'a locked step whose doneWhen holds',
    { locked: true, doneWhen: [{ enabled: 'x' }] },
    look,
    'two',
    ['done'],
  ],
] as [string, Partial<Step>, RunEvent, string, string[]][])(
  '%s',
  (_what, more, event, at, outcomes) => {
    const one = walkthrough(step('one', { target: 'x', ...more }), step('two'))
    const progress = proceed(one, startRun('p', one), event, page('home', { x: 'found' }))
    expect(progress).toMatchObject({ run: { step: at } })
    expect(progress.ended.map(({ outcome }) => outcome)).toEqual(outcomes)
  },
)

test('back at the first step stays there, and leads over a branch the way that was come', () => {
  const fork = walkthrough(
    step('ask', { branch: [{ when: [], to: 'far' }] }),
    step('near'),
    step('far'),
  )
  expect(proceed(fork, startRun('p', fork), { type: 'back' }, page())).toMatchObject({
    run: { step: 'ask', past: [] },
  })
  const run = { pack: 'p', walkthrough: 'task', step: 'far', past: ['ask'] }
  expect(proceed(fork, run, { type: 'back' }, page())).toMatchObject({
    run: { step: 'ask', past: [], revisiting: true },
  })
})

test('back leads past what is left out by now, and nowhere where all of it is', () => {
  const shorter = walkthrough(step('first'), step('last'))
  const run = { pack: 'p', walkthrough: 'task', step: 'last', past: ['first', 'known', 'gone'] }
  expect(proceed(shorter, run, { type: 'back' }, page())).toMatchObject({
    run: { step: 'first', past: [], revisiting: true },
  })
  const first = { ...run, past: ['known'] }
  expect(proceed(shorter, first, { type: 'back' }, page())).toMatchObject({ run: first })
  expect([canGoBack(shorter, run), canGoBack(shorter, first)]).toEqual([true, false])
})

test('what is known of the record goes along from step to step', () => {
  const run = { ...startRun('p', task), hasRecord: true }
  expect(proceed(task, run, { type: 'next' }, page('home'))).toMatchObject({
    run: { step: 'fill', hasRecord: true },
  })
})

test('whatever happens, what ends is a step of the walkthrough, and dismissing says so', () => {
  const ids = ['open', 'fill', 'save']
  const facts = fc
    .record({
      screen: fc.constantFrom('home', 'form', undefined),
      opener: fc.constantFrom<Presence>('found', 'missing', 'ambiguous'),
      field: fc.constantFrom<Presence>('found', 'missing'),
    })
    .map(({ screen, ...targets }) => page(screen, targets))
  const event = fc.constantFrom<RunEvent>(
    ...EVENTS,
    { type: 'press', target: 'opener' },
    { type: 'input', target: 'field' },
    { type: 'dismiss' },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(event, facts), { maxLength: 40 }), (moves) => {
      let run: Run | undefined = startRun('p', task)
      for (const [move, seen] of moves) {
        if (run === undefined) return
        const progress = proceed(task, run, move, seen)
        for (const { step: ended } of progress.ended) expect(ids).toContain(ended)
        if (move.type === 'dismiss') expect(progress).toMatchObject({ outcome: 'dismissed' })
        run = progress.state === 'running' ? progress.run : undefined
      }
    }),
  )
})
