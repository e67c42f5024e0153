import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entryOf } from '../vocabulary/dictionary.ts'
import { subjectFault } from '../vocabulary/signal.ts'
import { createDetectors } from './detectors.ts'
import { ALIVE_WINDOW_MS, SLOW_WINDOW_MS } from './liveness.ts'
import type { LifeSource, Observation } from './observation.ts'
import {
  did,
  failed,
  field,
  invalid,
  kinds,
  life,
  play,
  playAll,
  press,
  screen,
} from './testing/story.ts'

const moment = fc.integer({ min: 0, max: 40_000 })
const region = fc.integer({ min: 0, max: 3 })
const source = fc.constantFrom<LifeSource[]>(
  'mutation',
  'toggle',
  'input',
  'selection',
  'navigation',
  'animation',
  'media',
  'resource',
)
const aPress = fc
  .tuple(moment, fc.integer({ min: 1, max: 2 }), fc.boolean(), fc.boolean())
  .map(([at, control, isDisabled, isInteractive]) =>
    press(at, { isDisabled, isInteractive }, { control }),
  )
const aLife = fc
  .tuple(moment, source, region)
  .map(([at, from, where]) =>
    from === 'mutation' || from === 'resource' ? life(at, from, where) : life(at, from),
  )
const anObservation: fc.Arbitrary<Observation> = fc.oneof(
  { weight: 4, arbitrary: aPress },
  { weight: 2, arbitrary: aLife },
  moment.chain((at) =>
    fc.constantFrom(did('submit', at), did('edit', at), failed(at), invalid(at, 9)),
  ),
  fc
    .tuple(moment, fc.constantFrom('a', 'b', undefined), fc.boolean())
    .map(([at, id, isDialog]) => screen(at, id, isDialog)),
)
const story = fc.array(anObservation, { maxLength: 60 })

const fieldTraits = fc.record({
  isSearch: fc.boolean(),
  isChoice: fc.boolean(),
  isSelect: fc.boolean(),
  isNote: fc.boolean(),
  isScan: fc.boolean(),
})
const aField = fc
  .tuple(
    moment,
    fc.constantFrom('entered', 'typed', 'pasted', 'changed', 'left'),
    fieldTraits,
    fc.integer({ min: 5, max: 6 }),
  )
  .map(([at, act, traits, id]) => field(at, act, traits, id))
const anything: fc.Arbitrary<Observation> = fc.oneof(
  { weight: 3, arbitrary: anObservation },
  { weight: 3, arbitrary: aField },
  moment.chain(
    (at) =>
      fc.oneof(
        fc.constantFrom(did('copy', at), did('away', at), did('back', at), did('prompt', at)),
        fc.record({
          ...{ type: fc.constant('scrolled'), at: fc.constant(at) },
          by: fc.double({ min: -3, max: 3, noNaN: true }),
        }),
        fc.record({
          ...{ type: fc.constant('moved'), at: fc.constant(at) },
          way: fc.array(fc.record({ at: fc.constant(at), x: fc.nat(900), y: fc.nat(900) }), {
            maxLength: 5,
          }),
        }),
        fc.record({
          ...{ type: fc.constant('alert'), at: fc.constant(at), alert: fc.nat(1) },
          ...{ isOpen: fc.boolean(), isByPerson: fc.boolean() },
        }),
        fc.record({
          ...{ type: fc.constant('context'), at: fc.constant(at), isOther: fc.boolean() },
          group: fc.constantFrom('chart', 'inbox'),
        }),
        fc.record({
          ...{ type: fc.constant('required'), at: fc.constant(at), order: fc.constant('give') },
          ...{
            place: fc.nat(2),
            last: fc.constant(2),
            control: fc.nat(3),
            role: fc.constant('button'),
          },
        }),
        fc.record({
          ...{ type: fc.constant('task'), at: fc.constant(at), task: fc.constant('admit') },
          isDone: fc.boolean(),
        }),
        fc.record({
          ...{ type: fc.constant('time-entered'), at: fc.constant(at), field: fc.nat(3) },
          ...{ role: fc.constant('textbox'), lag: fc.constantFrom('under-1-h', undefined) },
        }),
      ) as fc.Arbitrary<Observation>,
  ),
)

/** How many series of presses on one control there are, none more than the window apart. */
function episodes(observations: readonly Observation[], control: number) {
  const times = observations
    .flatMap((seen) => (seen.type === 'press' && seen.control === control ? [seen.at] : []))
    .sort((a, b) => a - b)
  return times.filter((at, n) => n === 0 || at - (times[n - 1] ?? at) > ALIVE_WINDOW_MS).length
}

const CLICKS = [
  'rage_click',
  'multi_click',
  'dead_click',
  'slow_click',
  'disabled_click',
  'error_click',
]

describe('the detectors together', () => {
  it('never tell more than one thing of one series of presses', () => {
    fc.assert(
      fc.property(story, (observations) => {
        const clicks = play(...observations).filter(({ kind }) => CLICKS.includes(kind))
        for (const control of [1, 2]) {
          const told = clicks.filter((click) => click.control === control)
          expect(told.length).toBeLessThanOrEqual(episodes(observations, control))
        }
      }),
    )
  })

  it('build only what the dictionary holds, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 120 }), (observations) => {
        for (const { kind, screen: id, outcome, task } of playAll(...observations)) {
          const needsScreen = entryOf(kind).required.includes('screen')
          const about = { kind, outcome, task, screen: needsScreen ? (id ?? 'a') : undefined }
          expect(subjectFault(about)).toBeUndefined()
        }
      }),
    )
  })

  it('never tell more of the clinical kinds than there were occasions', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 120 }), (observations) => {
        const told = playAll(...observations)
        const count = (of: Observation['type'], is: (seen: never) => boolean) =>
          observations.filter((seen) => seen.type === of && is(seen as never)).length
        const tellings = (kind: string, outcome?: string) =>
          told.filter((one) => one.kind === kind && (outcome ?? one.outcome) === one.outcome).length
        const isPaste = ({ act }: { act: string }) => act === 'pasted'
        const isClosed = ({ isOpen }: { isOpen: boolean }) => !isOpen
        expect(tellings('reflex_alert_dismissal')).toBeLessThanOrEqual(count('alert', isClosed))
        expect(tellings('paste_heavy_note')).toBeLessThanOrEqual(count('field', isPaste))
        const copies = observations.filter(({ type }) => type === 'copy').length
        expect(tellings('shadow_transcription')).toBeLessThanOrEqual(copies)
        expect(tellings('clicks_per_task')).toBeLessThanOrEqual(tellings('task', 'started'))
      }),
    )
  })

  it('tell nothing where nobody does anything', () => {
    const lifeOnly = fc.array(aLife, { maxLength: 60 })
    fc.assert(
      fc.property(lifeOnly, (observations) => {
        expect(kinds(...observations)).toEqual([])
      }),
    )
  })

  it('tell of moments that have been, in the order of time', () => {
    fc.assert(
      fc.property(story, (observations) => {
        let now = 0
        const detectors = createDetectors(({ at }) => expect(at).toBeLessThanOrEqual(now))
        for (const observation of observations.toSorted((a, b) => a.at - b.at)) {
          now = observation.at
          detectors.observe(observation)
        }
      }),
    )
  })

  it('never make a dead or rage click of life that is added inside the window of a press', () => {
    const extra = fc
      .tuple(fc.integer({ min: 0, max: ALIVE_WINDOW_MS }), source)
      .map(([after, from]) => ({ after, from }))
    const before = fc.array(aLife, { maxLength: 30 })
    fc.assert(
      fc.property(before, fc.array(extra), fc.integer({ min: 1, max: 4 }), (past, added, count) => {
        const start = 41_000
        const presses = Array.from({ length: count }, (_, n) => press(start + n * 200))
        const frictionIn = (...more: Observation[]) =>
          kinds(...past, ...presses, ...more).filter((kind) => kind !== 'multi_click').length
        const answers = added.map(({ after, from }) => life(start + after, from))
        expect(frictionIn(...answers)).toBeLessThanOrEqual(frictionIn())
      }),
    )
  })

  it('do not mind hearing of the same life twice', () => {
    fc.assert(
      fc.property(story, (observations) => {
        const twice = observations.flatMap((seen): Observation[] =>
          seen.type === 'alive' ? [seen, seen] : [seen],
        )
        expect(play(...twice)).toEqual(play(...observations))
      }),
    )
  })

  it('need a tick only while a press waits to be judged', () => {
    const detectors = createDetectors(() => {})
    expect(detectors.dueAt()).toBeUndefined()
    detectors.observe(press(1000))
    expect(detectors.dueAt()).toBe(1000 + ALIVE_WINDOW_MS)
    detectors.observe({ type: 'tick', at: 4001 })
    expect(detectors.dueAt()).toBe(1000 + SLOW_WINDOW_MS)
    detectors.observe({ type: 'tick', at: 8001 })
    expect(detectors.dueAt()).toBeUndefined()
  })

  it('wait for life only where it can make a difference: a field that is pressed has its caret', () => {
    const detectors = createDetectors(() => {})
    detectors.observe(press(1000, { isTextField: true }))
    expect(detectors.isJudging()).toBe(true)
    expect(detectors.isAwaitingLife()).toBe(false)
    detectors.observe(press(1500, {}, { control: 2 }))
    expect(detectors.isAwaitingLife()).toBe(true)
  })

  it('lose nothing by that: life between makes no signal of what hides its answer', () => {
    const hidden = fc.constantFrom('isTextField', 'isSelect', 'isStepper', 'isCanvas', 'isMedia')
    fc.assert(
      fc.property(hidden, fc.array(moment, { maxLength: 8 }), moment, (trait, presses, at) => {
        const story = presses.map((at) => press(at, { [trait]: true }))
        expect(kinds(...story, life(at, 'mutation', 3))).toEqual(kinds(...story))
      }),
    )
  })
})
