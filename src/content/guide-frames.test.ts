// @vitest-environment jsdom

import * as v from 'valibot'
import { afterEach, describe, expect, test } from 'vitest'
import { withLayout } from '../../test/helpers/layout.ts'
import { packSchema } from '../vocabulary/pack.ts'
import { ADD, SAVE, setup, source } from './testing/guide-setup.ts'

withLayout()
afterEach(() => document.body.replaceChildren())

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
    open('/list', '<iframe></iframe>')
    expect(guide.isHolding()).toBe(false)
    guide.doubts.alerted()
    expect(guide.isHolding()).toBe(true)
  })
})
