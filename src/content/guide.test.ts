// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { type Pack, type PackSource, packSchema } from '../vocabulary/pack.ts'
import type { Run } from '../vocabulary/run.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { createGuide } from './guide.ts'
import { createLookout } from './lookout.ts'
import { MISSING_AFTER_MS } from './patience.ts'
import type { HeldRecord } from './record-watch.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

const source: PackSource = {
  format: 'handrail.pack/1',
  id: 'sample',
  version: 1,
  app: { id: 'sample', name: 'Sample', sites: ['https://ehr.test/*'] },
  screens: [
    { id: 'list', title: 'List', when: { url: ['/list'] } },
    { id: 'form', title: 'Form', when: { url: ['/form'] } },
  ],
  targets: [
    { id: 'add', label: 'Add', anchor: { role: 'button', name: ['Add'] } },
    { id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } },
  ],
  walkthroughs: [
    {
      id: 'task',
      title: 'Task',
      summary: 'How to',
      screens: ['list'],
      owner: 'Training',
      reviewBy: '2027-01-01',
      steps: [
        {
          id: 'open',
          screen: 'list',
          target: 'add',
          text: 'Press Add',
          advance: { on: 'screen', screen: 'form' },
        },
        {
          id: 'save',
          screen: 'form',
          target: 'save',
          text: 'Save',
          advance: { on: 'press' },
          missing: 'stop',
        },
      ],
    },
  ],
  texts: { fr: { 'walkthroughs.task.title': 'Tâche' } },
}
const pack = v.parse(packSchema, source)

function setup(
  options: {
    resumed?: Run
    record?: HeldRecord
    locale?: string
    packs?: Pack[]
    isFrame?: boolean
    isCramped?: boolean
  } = {},
) {
  const packs = options.packs ?? [pack]
  const kept: (Run | undefined)[] = []
  const emitted: Omit<Signal, 'uid'>[] = []
  const timers: { ms: number; act: () => void; isCancelled: boolean }[] = []
  const guide = createGuide({
    packs,
    locale: options.locale ?? 'en',
    telemetry: true,
    isFrame: options.isFrame ?? false,
    isCramped: () => options.isCramped ?? false,
    resumed: options.resumed,
    record: options.record ?? {},
    keep: (run) => kept.push(run),
    emit: (signal) => emitted.push(signal),
    after(ms, act) {
      const timer = { ms, act, isCancelled: false }
      timers.push(timer)
      return () => {
        timer.isCancelled = true
      }
    },
  })
  const look = createLookout(document, packs, () => undefined, options.isFrame)
  const open = (path: string, html: string) => {
    document.body.innerHTML = html
    guide.look(look(new URL(path, 'https://ehr.test')))
  }
  return { guide, kept, emitted, timers, open }
}

const ADD = '<button id="add">Add</button>'
const SAVE = '<button id="save">Save</button>'

test('an unknown screen offers nothing as fitting here', () => {
  const { open, guide } = setup()
  open('/elsewhere', ADD)
  expect(guide.view().screen).toBeUndefined()
  expect(guide.view().offers.map(({ isHere }) => isHere)).toEqual([false])
})

test('a walkthrough shows its step beside the target, and goes on with the screen', () => {
  const { open, guide, kept } = setup()
  open('/list', ADD)
  guide.start('sample', 'task')
  expect(guide.view().callout).toMatchObject({ step: 'open', index: 1, total: 2 })
  expect(guide.view().callout?.target?.id).toBe('add')
  open('/form', SAVE)
  expect(guide.view().callout).toMatchObject({ step: 'save', isLast: true, canGoBack: true })
  expect(kept.at(-1)).toMatchObject({ step: 'save', past: ['open'] })
})

test('a press counts on the target itself only', () => {
  const { open, guide } = setup({
    resumed: { pack: 'sample', walkthrough: 'task', step: 'save', past: [] },
  })
  open('/form', `${SAVE}<button id="other">Other</button>`)
  const path = (id: string) => [document.getElementById(id) ?? document.body, document.body]
  expect(guide.touched('press', path('other'))).toBe(false)
  expect(guide.touched('press', path('save'))).toBe(true)
  expect(guide.view().completed).toBe('Task')
})

test('on another screen it waits, and says where it goes on', () => {
  const { open, guide } = setup({
    resumed: { pack: 'sample', walkthrough: 'task', step: 'save', past: [] },
  })
  open('/list', ADD)
  expect(guide.view().callout).toBeUndefined()
  expect(guide.view().waiting).toMatchObject({ reason: 'screen', screenTitle: 'Form' })
})

test('two that look alike are not pointed at', () => {
  const { open, guide } = setup()
  open('/list', ADD + ADD)
  guide.start('sample', 'task')
  expect(guide.view().callout).toBeUndefined()
  expect(guide.view().waiting).toMatchObject({ reason: 'target' })
})

test('a target that stays away is reported, and its policy applies', () => {
  const { open, guide, emitted, timers } = setup({
    resumed: { pack: 'sample', walkthrough: 'task', step: 'save', past: [] },
  })
  open('/form', '<p>No button</p>')
  expect(timers.map(({ ms }) => ms)).toEqual([MISSING_AFTER_MS])
  timers[0]?.act()
  expect(emitted).toContainEqual({
    kind: 'target-missing',
    app: 'sample',
    screen: 'form',
    target: 'save',
  })
  expect(emitted).toContainEqual(
    expect.objectContaining({ kind: 'walkthrough', outcome: 'blocked' }),
  )
  expect(guide.view().waiting).toBeUndefined()
})

test('a target that comes in time is no fault', () => {
  const { open, timers } = setup({
    resumed: { pack: 'sample', walkthrough: 'task', step: 'save', past: [] },
  })
  open('/form', '<p>Loading</p>')
  open('/form', SAVE)
  expect(timers.every(({ isCancelled }) => isCancelled)).toBe(true)
})

test('another pack of the site lends neither its targets nor its screens, whatever their ids', () => {
  const other = v.parse(packSchema, {
    ...source,
    id: 'other',
    app: { ...source.app, id: 'other-app' },
    targets: [
      { id: 'add', label: 'Sign', anchor: { role: 'button', name: ['Sign and discharge'] } },
      { id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } },
    ],
  })
  const { open, guide, emitted } = setup({ packs: [other, pack] })
  open('/list', `<button id="discharge">Sign and discharge</button>${ADD}`)
  guide.start('sample', 'task')
  expect(guide.view().callout?.target?.id).toBe('add')
  expect(emitted).toContainEqual(
    expect.objectContaining({ kind: 'walkthrough', app: 'sample', outcome: 'started' }),
  )
})

test('an alert of the app silences everything', () => {
  const { open, guide } = setup()
  open('/list', `${ADD}<div role="alertdialog">Allergy!</div>`)
  guide.start('sample', 'task')
  expect(guide.view().isSilent).toBe(true)
})

test('a modal dialog that holds the target does not silence its step', () => {
  const { open, guide } = setup()
  open('/list', `<div role="dialog" aria-modal="true">${ADD}</div>`)
  guide.start('sample', 'task')
  expect(guide.view()).toMatchObject({ isSilent: false, callout: { step: 'open' } })
})

test('an alert silences a step even where it holds the target', () => {
  const { open, guide } = setup()
  open('/list', `<div role="alertdialog">${ADD}</div>`)
  guide.start('sample', 'task')
  expect(guide.view().isSilent).toBe(true)
})

test('starting another one ends the first as dismissed', () => {
  const { open, guide, emitted } = setup()
  open('/list', ADD)
  guide.start('sample', 'task')
  guide.start('sample', 'task')
  const outcomes = emitted.flatMap(({ kind, outcome }) => (kind === 'walkthrough' ? [outcome] : []))
  expect(outcomes).toEqual(['started', 'dismissed', 'started'])
})

test('the person’s language comes before the pack’s own words', () => {
  const { open, guide } = setup({ locale: 'fr-CA' })
  open('/list', ADD)
  expect(guide.view().offers[0]).toMatchObject({ title: 'Tâche', summary: 'How to' })
})

describe('a screen of a frame', () => {
  const framed = v.parse(packSchema, {
    ...source,
    screens: source.screens.map((screen) => ({ ...screen, frame: screen.id === 'form' })),
  })
  const run = { pack: 'sample', walkthrough: 'task', step: 'save', past: ['open'] }
  const path = () => [document.getElementById('save') ?? document.body]

  test('is none of the page, nor one of the page a frame’s', () => {
    const page = setup({ packs: [framed] })
    page.open('/form', SAVE)
    const frame = setup({ packs: [framed], isFrame: true })
    frame.open('/list', ADD)
    expect([page.guide, frame.guide].map(({ view }) => view().screen)).toEqual([
      undefined,
      undefined,
    ])
    expect([...page.emitted, ...frame.emitted]).toEqual([])
  })

  test('its step is shown once the worker has counted this frame, and no other', () => {
    const { guide, open } = setup({ packs: [framed], isFrame: true, resumed: run })
    open('/form', SAVE)
    expect(guide.isHolding()).toBe(true)
    expect(guide.view().callout).toBeUndefined()
    expect(guide.touched('press', path())).toBe(false)
    guide.take({ run, holders: 1 })
    expect(guide.view().callout).toMatchObject({ step: 'save' })
    guide.take({ run, holders: 2 })
    expect(guide.view()).toMatchObject({ callout: undefined, waiting: undefined })
    guide.take({ run, holders: 1 })
    expect(guide.touched('press', path())).toBe(true)
  })

  test('the page points at nothing meanwhile, and waits where no single frame shows the step', () => {
    const { guide, open, timers } = setup({ packs: [framed], resumed: run })
    open('/list', ADD + SAVE)
    expect(guide.view().waiting).toMatchObject({ reason: 'screen', screenTitle: 'Form' })
    guide.take({ run, holders: 1 })
    expect(guide.view()).toMatchObject({ callout: undefined, waiting: undefined })
    expect(guide.touched('press', path())).toBe(false)
    guide.take({ run, holders: 2 })
    expect(guide.view().waiting).toMatchObject({ reason: 'screen' })
    expect(timers).toEqual([])
  })

  test('in a frame without room for words there is the ring, and the page has the words', () => {
    const frame = setup({ packs: [framed], isFrame: true, isCramped: true, resumed: run })
    frame.open('/form', SAVE)
    frame.guide.take({ run, holders: 1, isCramped: true })
    expect(frame.guide.view().callout).toMatchObject({ step: 'save', isRingOnly: true })
    expect(frame.guide.view().callout?.target?.id).toBe('save')
    frame.open('/form', '<p>Saving</p>')
    expect(frame.guide.view()).toMatchObject({ callout: undefined, waiting: undefined })

    const page = setup({ packs: [framed], resumed: run })
    // The page's own look-alike is not pointed at.
    page.open('/list', ADD + SAVE)
    page.guide.take({ run, holders: 1, isCramped: true })
    expect(page.guide.view().callout).toMatchObject({ step: 'save', isRingOnly: false })
    expect(page.guide.view().callout?.target).toBeUndefined()
    page.guide.take({ run, holders: 2 })
    expect(page.guide.view().callout).toBeUndefined()
    page.guide.take({ run, holders: 1, isCramped: true })
    page.guide.act({ type: 'next' })
    expect(page.guide.view().completed).toBe('Task')
  })

  test('a frame that comes up ends the page’s step that waits for its screen', () => {
    const at = { ...run, step: 'open', past: [] }
    const { guide, open, kept } = setup({ packs: [framed], isFrame: true, resumed: at })
    open('/form', SAVE)
    expect(kept).toMatchObject([{ step: 'save', past: ['open'] }])
    expect(guide.isHolding()).toBe(true)
  })

  test('what is not in another frame is not gone', () => {
    const sampled = source.walkthroughs?.[0]?.steps ?? []
    const [first, save] = sampled
    if (!first || !save) throw new Error('the sample has two steps')
    const steps: typeof sampled = [
      first,
      { ...save, advance: { on: 'absent' as const, target: 'save' } },
    ]
    steps.push({ ...first, advance: { on: 'next' } })
    const gone = v.parse(packSchema, {
      ...framed,
      walkthroughs: [
        { ...framed.walkthroughs[0], steps: steps.map((one, at) => ({ ...one, id: `s${at}` })) },
      ],
    })
    const at = { ...run, step: 's1', past: ['s0'] }
    const page = setup({ packs: [gone], resumed: at })
    page.open('/list', ADD)
    expect(page.kept).toEqual([])
    const frame = setup({ packs: [gone], isFrame: true, resumed: at })
    frame.open('/form', SAVE)
    frame.guide.take({ run: at, holders: 1 })
    frame.open('/form', '<p>Saved</p>')
    expect(frame.kept).toMatchObject([{ step: 's2' }])
  })

  test('an alert of the page keeps the frame’s callout back, unless the frame is in it', () => {
    const { guide, open } = setup({ packs: [framed], resumed: run })
    open('/list', '<div role="dialog" aria-modal="true"><iframe></iframe></div>')
    expect(guide.isHolding()).toBe(false)
    open('/list', '<iframe></iframe><div role="alertdialog">Allergy!</div>')
    expect(guide.isHolding()).toBe(true)
  })
})

describe('whose record is open', () => {
  const ehr = v.parse(packSchema, {
    ...source,
    app: { ...source.app, patient: { target: 'banner' } },
    targets: [
      ...(source.targets ?? []),
      { id: 'banner', label: 'Banner', anchor: { role: 'banner', name: ['Patient'] } },
    ],
  })
  const of = (name: string) => `<header role="banner" aria-label="Patient">${name}</header>`
  const settle = ({ timers }: ReturnType<typeof setup>) => {
    for (const { act, isCancelled } of timers.splice(0)) if (!isCancelled) act()
  }
  function inAnn() {
    const all = setup({ packs: [ehr] })
    all.open('/list', ADD + of('Ann'))
    all.guide.start('sample', 'task')
    settle(all)
    return all
  }
  const path = () => [document.getElementById('save') ?? document.body]

  test('nothing is kept of it but that there is one', () => {
    const { kept, emitted } = inAnn()
    expect(kept.at(-1)).toMatchObject({ step: 'open', hasRecord: true })
    expect(JSON.stringify([kept, emitted])).not.toContain('Ann')
  })

  test('in another one the walkthrough pauses, hears no press, and goes on once the person says so', () => {
    const { open, guide } = inAnn()
    open('/form', SAVE + of('Eve'))
    expect(guide.view()).toMatchObject({ callout: undefined, recordPause: { record: 'other' } })
    expect(guide.touched('press', path())).toBe(false)
    guide.act({ type: 'next' })
    expect(guide.view().recordPause).toBeDefined()
    guide.continueHere()
    expect(guide.view()).toMatchObject({ recordPause: undefined, callout: { step: 'save' } })
    expect(guide.touched('press', path())).toBe(true)
  })

  test('back in its own it goes on by itself', () => {
    const { open, guide } = inAnn()
    open('/form', SAVE + of('Eve'))
    open('/form', SAVE + of('Ann'))
    expect(guide.view().callout).toMatchObject({ step: 'save' })
  })

  test('paused, it can be ended', () => {
    const { open, guide, emitted } = inAnn()
    open('/form', SAVE + of('Eve'))
    guide.act({ type: 'dismiss' })
    expect(guide.view().recordPause).toBeUndefined()
    expect(emitted.at(-1)).toMatchObject({ kind: 'walkthrough', outcome: 'dismissed' })
  })

  test('while the banner is drawn anew nothing is pointed at, and nothing is asked', () => {
    const { open, guide } = inAnn()
    open('/list', ADD)
    expect(guide.view()).toMatchObject({ callout: undefined, recordPause: undefined })
    open('/list', ADD + of('Ann'))
    expect(guide.view().callout).toMatchObject({ step: 'open' })
  })

  test('a page that has just been loaded remembers nobody, and asks', () => {
    const resumed = { pack: 'sample', walkthrough: 'task', step: 'save', past: [], hasRecord: true }
    const { open, guide } = setup({ packs: [ehr], resumed })
    open('/form', SAVE + of('Ann'))
    expect(guide.view()).toMatchObject({ callout: undefined, recordPause: { record: 'unsure' } })
    guide.continueHere()
    expect(guide.view().callout).toMatchObject({ step: 'save' })
  })

  describe('on the way to a new one', () => {
    const making: Pack = {
      ...ehr,
      walkthroughs: ehr.walkthroughs.map((one) => ({
        ...one,
        steps: one.steps.map((step) => ({ ...step, newRecord: step.id === 'save' })),
      })),
    }
    function onTheWay() {
      const all = setup({ packs: [making] })
      all.open('/list', ADD + of('Ann'))
      all.guide.start('sample', 'task')
      settle(all)
      return all
    }

    test('the record that was open at the start is not the walkthrough’s, and the new one is', () => {
      const all = onTheWay()
      expect(all.kept.at(-1)).not.toHaveProperty('hasRecord')
      all.open('/form', SAVE + of('Eve'))
      expect(all.guide.view()).toMatchObject({ recordPause: undefined, callout: { step: 'save' } })
      settle(all)
      expect(all.kept.at(-1)).toMatchObject({ step: 'save', hasRecord: true })
    })

    test('from there on it pauses in another', () => {
      const all = onTheWay()
      all.open('/form', SAVE + of('Eve'))
      settle(all)
      all.open('/form', SAVE + of('Ann'))
      expect(all.guide.view()).toMatchObject({
        callout: undefined,
        recordPause: { record: 'other' },
      })
    })

    test('gone back before it, the walkthrough has none again', () => {
      const all = onTheWay()
      all.open('/form', SAVE + of('Eve'))
      settle(all)
      all.guide.act({ type: 'back' })
      expect(all.kept.at(-1)).toMatchObject({ step: 'open' })
      all.open('/list', ADD + of('Ann'))
      expect(all.kept.at(-1)).not.toHaveProperty('hasRecord')
      expect(all.guide.view().callout).toMatchObject({ step: 'open' })
    })
  })

  test('another walkthrough begins in whatever record is open', () => {
    const { open, guide } = inAnn()
    open('/list', ADD + of('Eve'))
    guide.start('sample', 'task')
    expect(guide.view()).toMatchObject({ recordPause: undefined, callout: { step: 'open' } })
  })
})

describe('gone elsewhere', () => {
  const atSave = { pack: 'sample', walkthrough: 'task', step: 'save', past: ['open'] }

  test('nothing comes up, nothing counts as missing, and the help panel has the way back', () => {
    const { open, guide, timers, emitted } = setup({ resumed: atSave })
    open('/form', SAVE)
    open('/inbox', '<p>Messages</p>')
    expect(guide.view()).toMatchObject({ callout: undefined, waiting: undefined })
    expect(guide.view().elsewhere).toMatchObject({ title: 'Task', screenTitle: 'Form' })
    expect([timers, emitted]).toEqual([[], []])
  })

  test('a step of any screen is gone back to where the walkthrough begins', () => {
    const anywhere = v.parse(packSchema, {
      ...source,
      walkthroughs: source.walkthroughs?.map((one) => ({
        ...one,
        steps: [{ id: 'open', target: 'add', text: 'Press Add', advance: { on: 'press' } }],
      })),
    })
    const resumed = { pack: 'sample', walkthrough: 'task', step: 'open', past: [] }
    const { open, guide } = setup({ packs: [anywhere], resumed })
    open('/inbox', '<p>Messages</p>')
    expect(guide.view().elsewhere).toMatchObject({ reason: 'screen', screenTitle: 'List' })
  })

  test('asked for, the way back is told until the walkthrough goes on; then all is as before', () => {
    const { open, guide } = setup({ resumed: atSave })
    open('/inbox', '<p>Messages</p>')
    guide.goOn()
    expect(guide.view()).toMatchObject({ elsewhere: undefined, waiting: { reason: 'screen' } })
    open('/form', SAVE)
    expect(guide.view()).toMatchObject({ elsewhere: undefined, callout: { step: 'save' } })
    open('/inbox', '<p>Messages</p>')
    expect(guide.view()).toMatchObject({ waiting: undefined, elsewhere: { title: 'Task' } })
  })
})

test('a walkthrough within another: its words, its count of steps, and one step for the dashboard', () => {
  const called = v.parse(packSchema, {
    ...source,
    walkthroughs: [
      ...(source.walkthroughs ?? []),
      {
        ...source.walkthroughs?.[0],
        id: 'outer',
        title: 'Outer',
        steps: [
          { id: 'sub', walkthrough: 'task' },
          { id: 'end', text: 'Done', advance: { on: 'next' } },
        ],
      },
    ],
    texts: { fr: { 'walkthroughs.task.steps.open.text': 'Appuyez' } },
  })
  const { open, guide, emitted } = setup({ packs: [called], locale: 'fr' })
  open('/list', ADD)
  guide.start('sample', 'outer')
  expect(guide.view().callout).toMatchObject({ step: 'sub.open', text: 'Appuyez', total: 3 })
  guide.shown('outer', 'sub.open')
  open('/form', SAVE)
  guide.shown('outer', 'sub.save')
  guide.touched('press', [document.getElementById('save') ?? document.body])
  expect(guide.view().callout).toMatchObject({ title: 'Outer', step: 'end', index: 3 })
  guide.act({ type: 'back' })
  expect(guide.view().callout).toMatchObject({ step: 'sub.save' })
  guide.act({ type: 'next' })
  guide.act({ type: 'next' })
  expect(emitted.map(({ walkthrough, step, outcome }) => [walkthrough, step, outcome])).toEqual([
    ['outer', undefined, 'started'],
    ['outer', 'sub', 'shown'],
    ['outer', 'sub', 'done'],
    ['outer', 'sub', 'done'],
    ['outer', 'end', 'done'],
    ['outer', undefined, 'completed'],
  ])
})

test('a new version of the pack goes on at the same step, or at the first one not yet past', () => {
  const [first, save] = source.walkthroughs?.[0]?.steps ?? []
  if (!first || !save || !source.walkthroughs?.[0]) throw new Error('the sample has two steps')
  const check = { id: 'check', screen: 'form', text: 'Check', advance: { on: 'next' as const } }
  const versionOf = (...steps: (typeof first)[]) =>
    v.parse(packSchema, {
      ...source,
      version: 2,
      walkthroughs: [{ ...source.walkthroughs?.[0], steps }],
    })
  const resumed = { pack: 'sample', walkthrough: 'task', step: 'save', past: ['open'] }
  const stepIn = (newer: Pack) => {
    const { open, guide } = setup({ packs: [newer], resumed })
    open('/form', SAVE)
    return guide.view().callout?.step
  }
  expect(stepIn(versionOf(check, first, save))).toBe('save')
  expect(stepIn(versionOf(first, check))).toBe('check')
})
