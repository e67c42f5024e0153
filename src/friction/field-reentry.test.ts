import { describe, expect, it } from 'vitest'
import type { FieldTraits } from './observation.ts'
import { did, field, kinds, play, screen } from './testing/story.ts'

const rounds = (from: number, count: number, traits: Partial<FieldTraits> = {}, id = 5) =>
  Array.from({ length: count }, (_, n) => from + n * 1000).flatMap((at) => [
    field(at, 'entered', traits, id),
    field(at + 100, 'typed', traits, id),
    field(at + 200, 'typed', traits, id),
    field(at + 300, 'left', traits, id),
  ])

describe('a field changed again', () => {
  it('is one changed, left and changed again three times', () => {
    expect(play(screen(0, 'vitals'), ...rounds(1000, 4))).toEqual([
      { kind: 'field_reentry', at: 1100, screen: 'vitals', control: 5, role: 'textbox' },
    ])
  })

  it('is one a field and visit, and each field has its own', () => {
    expect(kinds(screen(0, 'vitals'), ...rounds(1000, 9), ...rounds(20_000, 4, {}, 6))).toEqual([
      'field_reentry',
      'field_reentry',
    ])
  })

  it('goes on through a dialog that opens meanwhile', () => {
    const story = [
      ...[screen(0, 'vitals'), ...rounds(1000, 2)],
      ...[screen(5000, 'ask', true), screen(6000, 'vitals'), ...rounds(7000, 2)],
    ]
    expect(kinds(...story)).toEqual(['field_reentry'])
  })
})

describe('none', () => {
  it('comes of fewer, or of corrections without leaving', () => {
    expect(kinds(...rounds(0, 3))).toEqual([])
    const typed = Array.from({ length: 50 }, (_, at) => field(at * 300, 'typed'))
    expect(kinds(...typed)).toEqual([])
  })

  it.each<[string, Partial<FieldTraits>]>([
    ['a search field', { isSearch: true }],
    ['a checkbox or radio button', { isChoice: true }],
    ['a scan field', { isScan: true }],
  ])('comes of %s', (_, traits) => {
    expect(kinds(...rounds(0, 9, traits)).filter((kind) => kind === 'field_reentry')).toEqual([])
  })

  it.each(['save', 'submit'] as const)('comes of fields used anew after each %s', (act) => {
    const story = [0, 10_000, 20_000, 30_000].flatMap((at) => [
      ...rounds(at, 1),
      did(act, at + 500),
    ])
    expect(kinds(...story)).toEqual([])
  })

  it('comes of another visit', () => {
    const story = [
      ...[screen(0, 'vitals'), ...rounds(1000, 2)],
      ...[screen(50_000, 'chart'), screen(60_000, 'vitals'), ...rounds(61_000, 2)],
    ]
    expect(kinds(...story)).toEqual([])
  })
})
