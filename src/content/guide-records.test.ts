// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { type Pack, packSchema } from '../vocabulary/pack.ts'
import { ADD, SAVE, setup, source } from './testing/guide-setup.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

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
