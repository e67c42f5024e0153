import { describe, expect, it } from 'vitest'
import { LEARNED_MIN } from './learned.ts'
import { did, field, kinds, play, screen } from './testing/story.ts'

const hesitates = (from: number, ms: number) => [field(from, 'entered'), field(from + ms, 'typed')]

describe('a hesitation', () => {
  it('is more than eight seconds from entering a field to the first input', () => {
    expect(play(screen(0, 'orders'), ...hesitates(1000, 8001))).toEqual([
      { kind: 'field_hesitation', at: 1000, screen: 'orders', control: 5, role: 'textbox' },
    ])
  })

  it('is one, however much is typed then', () => {
    expect(kinds(...hesitates(0, 9000), field(20_000, 'typed'))).toEqual(['field_hesitation'])
  })
})

describe('no hesitation', () => {
  it('comes of eight seconds or less', () => {
    expect(kinds(...hesitates(0, 8000))).toEqual([])
  })

  it('comes of time in another tab or window', () => {
    expect(
      kinds(field(0, 'entered'), did('away', 1000), did('back', 9000), field(9500, 'typed')),
    ).toEqual([])
    const away = [field(0, 'entered'), did('away', 1000), field(1001, 'left')]
    const back = [{ ...field(60_000, 'entered'), isChosen: false }, did('back', 60_001)]
    expect(kinds(...away, ...back, field(61_000, 'typed'))).toEqual([])
  })

  it('comes of a field that the app itself gave the focus', () => {
    expect(kinds({ ...field(0, 'entered'), isChosen: false }, field(20_000, 'typed'))).toEqual([])
  })

  it('comes of a field that was left, or that nothing is typed into', () => {
    expect(kinds(field(0, 'entered'), field(500, 'left'), field(20_000, 'typed'))).toEqual([])
    expect(kinds(field(0, 'entered'))).toEqual([])
  })

  it.each([{ isChoice: true }, { isSelect: true }])('comes of a choice: %o', (traits) => {
    expect(kinds(field(0, 'entered', traits), field(9000, 'changed', traits))).toEqual([])
  })

  it('comes of what is usual for that field', () => {
    const before = Array.from({ length: LEARNED_MIN }, (_, at) => hesitates(at * 60_000, 20_000))
    const all = kinds(...before.flat(), ...hesitates(10_000_000, 21_000))
    expect(all).toHaveLength(LEARNED_MIN)
  })

  it('comes of somebody who went away', () => {
    expect(kinds(...hesitates(0, 11 * 60_000))).toEqual([])
  })
})
