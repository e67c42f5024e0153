// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { type Pack, packSchema } from '../vocabulary/pack.ts'
import { MISSING_AFTER_MS } from './patience.ts'
import { ADD, pack, SAVE, setup, source } from './testing/guide-setup.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

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

test('an alert that has come up silences it until a look has seen it gone', () => {
  const { open, guide } = setup()
  open('/list', ADD)
  guide.doubts.alerted()
  expect(guide.view().isSilent).toBe(true)
  open('/list', ADD)
  expect(guide.view().isSilent).toBe(false)
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
