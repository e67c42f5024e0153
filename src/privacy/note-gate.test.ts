import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { packSchema } from '../vocabulary/pack.ts'
import { createNoteGate } from './note-gate.ts'

const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'clinic',
  version: 7,
  app: { id: 'ehr', name: 'EHR', sites: ['https://ehr.example.org/*'] },
  screens: [{ id: 'vitals', title: 'Vitals form', when: { url: ['/vitals'] } }],
  targets: [{ id: 'save', label: 'Save', anchor: { role: 'button', name: ['Save'] } }],
})
const uid = '6f1b2c3d-0a1b-4c2d-8e3f-001122334455'
const note = { uid, screen: 'vitals', outcome: 'slow', comment: 'The list is slow.' } as const
const wireframe = [{ role: 'main', x: 0, y: 0, width: 80, height: 4 }] as const
const all = { comments: true, wireframes: true, language: 'en' }
const gate = createNoteGate([pack], all)

describe('the gate of notes', () => {
  it('fills in app and pack version itself', () => {
    expect(gate({ ...note, packVersion: 1 })).toEqual({ ...note, app: 'ehr', packVersion: 7 })
  })

  it('lets pass what the policy allows, and nothing without', () => {
    expect(createNoteGate([pack], { ...all, comments: false })(note)).toBeUndefined()
    const drawn = { ...note, wireframe }
    expect(gate(drawn)).toMatchObject({ wireframe })
    expect(createNoteGate([pack], { ...all, wireframes: false })(drawn)).toBeUndefined()
  })

  it.each([
    ['a number', { ...note, comment: 'Bed 12 is slow.' }],
    ['a name', { ...note, comment: 'Slow for Jane Doe.' }],
    ['what can’t be seen', { ...note, comment: 'slow\u200b' }],
    ['loose spaces', { ...note, comment: ' slow  list' }],
    ['a screen that the pack does not hold', { ...note, screen: 'jane-doe' }],
    ['a target that the pack does not hold', { ...note, target: 'jane-doe' }],
    ['another app', { ...note, app: 'other' }],
    ['a reason of its own', { ...note, outcome: 'jane' }],
    ['anything more', { ...note, title: 'Jane' }],
    ['nothing to say', { uid, screen: 'vitals', outcome: 'slow' }],
    ['a wireframe with words', { ...note, wireframe: [{ ...wireframe[0], text: 'Jane' }] }],
    ['no note at all', 'Jane'],
  ])('refuses %s', (_what, raw) => {
    expect(gate(raw)).toBeUndefined()
  })
})
