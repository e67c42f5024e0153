// @vitest-environment jsdom

import fc from 'fast-check'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { packSchema } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { createGuide } from './guide.ts'
import { createLookout } from './lookout.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const about = {
  title: 'T',
  summary: '',
  screens: ['list'],
  owner: 'Training',
  reviewBy: '2027-01-01',
}
const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: {
    id: 'sample',
    name: 'Sample',
    sites: ['https://ehr.test/*'],
    patient: { target: 'banner' },
  },
  screens: [
    { id: 'list', title: 'List', when: { url: ['/list'] } },
    { id: 'form', title: 'Form', when: { url: ['/form'] } },
  ],
  targets: [
    { id: 'add', label: 'Add', anchor: { role: 'button', name: ['Add'] } },
    { id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } },
    { id: 'banner', label: 'Banner', anchor: { role: 'banner', name: ['Patient'] } },
  ],
  walkthroughs: [
    {
      ...about,
      id: 'task',
      steps: [
        { id: 'open', target: 'add', text: 'x', advance: { on: 'screen', screen: 'form' } },
        { id: 'sub', walkthrough: 'inner' },
        {
          id: 'save',
          screen: 'form',
          target: 'save',
          text: 'x',
          advance: { on: 'press' },
          missing: 'stop',
        },
      ],
    },
    {
      ...about,
      id: 'inner',
      steps: [
        { id: 'look', text: 'x', advance: { on: 'next' }, skippable: true },
        { id: 'fill', target: 'save', text: 'x', advance: { on: 'input' }, missing: 'skip' },
      ],
    },
  ],
})

/** A machine that runs other tests takes its time, in ms. */
const RUNS_MS = 60_000

type Emitted = Omit<Signal, 'uid'>
const BANNERS = ['', 'Ann', 'Eve'].map((name) =>
  name ? `<header role="banner" aria-label="Patient">${name}</header>` : '',
)
const ADD = '<button id="add">Add</button>'
const SAVE = '<button id="save">Save</button>'

function setup() {
  const emitted: Emitted[] = []
  const timers: { act: () => void; isCancelled: boolean }[] = []
  const guide = createGuide({
    packs: [pack],
    locale: 'en',
    telemetry: true,
    resumed: undefined,
    record: {},
    keep: () => {},
    emit: (signal) => emitted.push(signal),
    after(_ms, act) {
      const timer = { act, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
  })
  const look = createLookout(document, [pack], () => undefined)
  return { guide, emitted, timers, look }
}

type World = ReturnType<typeof setup>
/** As the overlay does: a callout that is drawn is told of. */
function paint({ guide }: World): void {
  const { callout, isSilent } = guide.view()
  if (callout && !isSilent) guide.shown(callout.walkthrough, callout.step)
}
const touch = (type: 'press' | 'input', id: string) => (world: World) => {
  const element = document.getElementById(id)
  if (element) world.guide.touched(type, [element, document.body])
}
const goTo = (path: string, html: string) => (world: World) => {
  document.body.innerHTML = html
  world.guide.look(world.look(new URL(path, 'https://ehr.test')))
}
const acts: [string, (world: World) => void][] = [
  ['start task', ({ guide }) => guide.start('sample', 'task')],
  ['start inner', ({ guide }) => guide.start('sample', 'inner')],
  ...(['next', 'back', 'skip', 'dismiss'] as const).map(
    (type): [string, (world: World) => void] => [type, ({ guide }) => guide.act({ type })],
  ),
  ['go on here', ({ guide }) => guide.continueHere()],
  ['go back to it', ({ guide }) => guide.goOn()],
  ['press add', touch('press', 'add')],
  ['press save', touch('press', 'save')],
  ['fill save', touch('input', 'save')],
  ['doubt', ({ guide }) => guide.doubts.doubtTarget()],
  ['doubt whose record it is', ({ guide }) => guide.doubts.doubtRest()],
  ['paint', paint],
  [
    'wait long',
    ({ timers }) => {
      for (const { act, isCancelled } of timers.splice(0)) if (!isCancelled) act()
    },
  ],
  ...['/list', '/form', '/inbox'].flatMap((path) =>
    [ADD, SAVE, ADD + SAVE, '', `${ADD}<div role="alertdialog">Stop</div>`].flatMap((html) =>
      BANNERS.map((banner): [string, (world: World) => void] => [
        `see ${path} ${html}${banner}`,
        goTo(path, html + banner),
      ]),
    ),
  ),
]
const act = fc.constantFrom(...acts)

const ENDS = ['completed', 'dismissed', 'abandoned', 'blocked']
const of = (emitted: Emitted[], kind: Signal['kind']) => emitted.filter((one) => one.kind === kind)

test(
  'whatever happens, every start has one end with its reason, or is the one under way',
  () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (sequence) => {
        const world = setup()
        for (const [, happen] of sequence) {
          happen(world)
          let open: string | undefined
          for (const { walkthrough, outcome } of of(world.emitted, 'walkthrough')) {
            if (outcome === 'started') {
              expect(open).toBeUndefined()
              open = walkthrough
            } else {
              expect(ENDS).toContain(outcome)
              expect(open).toBe(walkthrough)
              open = undefined
            }
          }
          expect(open !== undefined).toBe(world.guide.isRunning())
        }
      }),
      { numRuns: 300 },
    )
  },
  RUNS_MS,
)

test(
  'whatever happens, a step counts as shown only once a run, while it is painted, and within it',
  () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (sequence) => {
        const world = setup()
        for (const [name, happen] of sequence) {
          const before = world.emitted.length
          const callout = world.guide.view().callout
          happen(world)
          const now = world.emitted.slice(before).filter(({ outcome }) => outcome === 'shown')
          if (now.length > 0) expect([name, callout === undefined]).toEqual(['paint', false])
        }
        let shown = new Set<string | undefined>()
        let isOpen = false
        for (const { kind, step, outcome } of world.emitted) {
          if (kind === 'walkthrough') {
            isOpen = outcome === 'started'
            shown = new Set()
          }
          if (kind !== 'step') continue
          expect(isOpen).toBe(true)
          expect(['open', 'sub', 'save', 'look', 'fill']).toContain(step)
          if (outcome === 'shown') {
            expect(shown.has(step)).toBe(false)
            shown.add(step)
          }
        }
      }),
      { numRuns: 300 },
    )
  },
  RUNS_MS,
)

test('a callout that is told of after its run, or of another walkthrough, counts as nothing', () => {
  const world = setup()
  goTo('/list', ADD)(world)
  world.guide.start('sample', 'task')
  world.guide.shown('inner', 'look')
  world.guide.shown('task', 'gone')
  world.guide.act({ type: 'dismiss' })
  world.guide.shown('task', 'open')
  expect(of(world.emitted, 'step')).toEqual([])
})

test('what is under way before the page was looked at ends with its reason, too', () => {
  const emitted: Emitted[] = []
  const guide = createGuide({
    packs: [pack],
    locale: 'en',
    telemetry: true,
    resumed: { pack: 'sample', walkthrough: 'task', step: 'save', past: [] },
    record: {},
    keep: () => {},
    emit: (signal) => emitted.push(signal),
    after: () => () => {},
  })
  guide.start('sample', 'inner')
  expect(emitted.map(({ walkthrough, outcome }) => [walkthrough, outcome])).toEqual([
    ['task', 'dismissed'],
    ['inner', 'started'],
  ])
})
