import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { EVENT_KINDS } from '../vocabulary/dictionary.ts'
import { type Pack, packSchema } from '../vocabulary/pack.ts'
import { createGate } from './gate.ts'

const step = { id: 'open-form', text: 'Open the form', advance: { on: 'next' } }
const pack: Pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'clinic',
  version: 7,
  app: { id: 'ehr', name: 'EHR', sites: ['https://ehr.example.org/*'] },
  screens: [{ id: 'vitals', title: 'Vitals form', when: { url: ['/vitals'] } }],
  surveys: [
    {
      id: 'ease',
      question: 'Easy?',
      from: '2026-11-01',
      until: '2026-11-30',
      answers: ['Yes', 'No'],
    },
  ],
  tasks: [{ id: 'admit', title: 'Admit', screen: 'vitals', done: [{ present: 'save' }] }],
  targets: [{ id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } }],
  walkthroughs: [
    {
      id: 'record-vitals',
      title: 'Record vitals',
      summary: '',
      screens: ['vitals'],
      steps: [step],
      owner: 'IT',
      reviewBy: '2027-01-01',
    },
  ],
})
const uid = '6f1b2c3d-0a1b-4c2d-8e3f-001122334455'
const gate = createGate([pack])

describe('the gate between a page and the counters', () => {
  it('fills in app and pack version itself', () => {
    expect(gate({ uid, kind: 'visit', screen: 'vitals', packVersion: 1 })).toEqual({
      kind: 'visit',
      screen: 'vitals',
      app: 'ehr',
      packVersion: 7,
    })
  })

  it('lets a page choose among the packs of its site, and no other app', () => {
    const other = { ...pack, app: { ...pack.app, id: 'other' } }
    const both = createGate([pack, other])
    const of = (app: string) => both({ uid, kind: 'visit', screen: 'vitals', app })?.app
    expect(['ehr', 'other', 'evil'].map(of)).toEqual(['ehr', 'other', undefined])
  })

  it.each([
    ['a screen', { kind: 'visit', screen: 'jane-doe' }],
    ['a target', { kind: 'rage_click', screen: 'vitals', target: 'jane-doe' }],
    ['a task', { kind: 'task', task: 'jane-doe', outcome: 'started' }],
    ['a walkthrough', { kind: 'walkthrough', walkthrough: 'jane-doe', outcome: 'started' }],
    ['a step', { kind: 'step', walkthrough: 'record-vitals', step: 'jane-doe', outcome: 'shown' }],
  ])('refuses %s that the pack does not hold', (_what, signal) => {
    expect(gate({ uid, ...signal })).toBeUndefined()
  })

  it('lets an answer pass by its place only, and only one that the question has', () => {
    const of = (survey: string, outcome: string) =>
      gate({ uid, kind: 'survey', survey, outcome }) !== undefined
    expect(['asked', 'declined', 'answer-1', 'answer-2'].map((one) => of('ease', one))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['answer-3', 'Yes', 'patient is Jane'].map((one) => of('ease', one))).toEqual([
      false,
      false,
      false,
    ])
    expect(of('other', 'asked')).toBe(false)
    expect(gate({ uid, kind: 'survey', survey: 'ease' })).toBeUndefined()
  })

  it('places an element outside the pack by role and region from closed lists only', () => {
    const of = (role: unknown, region: unknown, target?: string) =>
      gate({ uid, kind: 'dead_click', screen: 'vitals', role, region, target }) !== undefined
    expect(of('button', 'main')).toBe(true)
    expect(of('button', 'bed-12')).toBe(false)
    expect(of('jane-doe', 'main')).toBe(false)
    expect(of(undefined, 'main', 'save')).toBe(false)
  })

  it('refuses a loss that a page reports: only the worker counts losses', () => {
    expect(gate({ uid, kind: 'lost', outcome: 'age' })).toBeUndefined()
  })

  it('refuses everything where no pack is in force', () => {
    expect(createGate([])({ uid, kind: 'visit', screen: 'vitals' })).toBeUndefined()
  })

  it('lets through nothing but dictionary values and ids of the pack, whatever it is given', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'vitals',
        'save',
        'record-vitals',
        'open-form',
        'started',
        'shown',
        'slow',
        'ease',
        'answer-1',
        'answer-4',
        'admit',
        'reached-4',
      ),
      fc.string(),
    )
    const text = fc.option(word, { nil: undefined })
    const allowed = new Set<unknown>([
      ...EVENT_KINDS,
      ...['ehr', 7, 'vitals', 'save', 'record-vitals', 'open-form'],
      ...['button', 'main', 'started', 'shown', 'slow', 'ease', 'answer-1', 'admit', 'reached-4'],
    ])
    const signal = fc.record({
      uid: fc.constant(uid),
      kind: fc.oneof(fc.constantFrom(...EVENT_KINDS), fc.string()),
      app: text,
      screen: text,
      target: text,
      role: fc.oneof(fc.constantFrom('button', undefined), fc.string()),
      region: fc.oneof(fc.constantFrom('main', undefined), fc.string()),
      walkthrough: text,
      step: text,
      survey: text,
      task: text,
      outcome: text,
    })
    fc.assert(
      fc.property(fc.oneof(signal, fc.anything()), (raw) => {
        const subject = gate(raw)
        for (const value of Object.values(subject ?? {}))
          if (value !== undefined) expect(allowed).toContain(value)
      }),
    )
  })
})
