import { describe, expect, it } from 'vitest'
import { did, invalid, kinds, play, screen } from './testing/story.ts'

const FIELD = 5
const OTHER = 6
const refusedAt = (at: number, ...fields: number[]) => [
  did('submit', at),
  ...fields.map((field) => invalid(at + 10, field)),
]

describe('a validation loop', () => {
  it('is the same field refused at two submits within a minute', () => {
    const story = [screen(0, 'allergy'), ...refusedAt(5000, FIELD), ...refusedAt(30_000, FIELD)]
    expect(play(...story)).toEqual([
      { kind: 'validation_loop', at: 5000, screen: 'allergy', control: FIELD, role: 'textbox' },
    ])
  })

  it('is one, however many fields and further submits there are', () => {
    const submits = [0, 10_000, 20_000, 30_000].flatMap((at) => refusedAt(at, FIELD, OTHER))
    expect(kinds(...submits)).toEqual(['validation_loop'])
  })

  it('counts a field that a server refuses later', () => {
    const slow = [0, 10_000].flatMap((at) => [did('submit', at), invalid(at + 3500, FIELD)])
    expect(kinds(...slow)).toEqual(['validation_loop'])
  })

  it('is told apart from the next one, a quiet minute later', () => {
    const twice = (at: number) => [...refusedAt(at, FIELD), ...refusedAt(at + 5000, FIELD)]
    expect(kinds(...twice(0), ...twice(70_000))).toEqual(['validation_loop', 'validation_loop'])
  })
})

describe('no validation loop', () => {
  it('comes of one submit, with however many events for it', () => {
    const once = [did('submit', 0), did('submit', 20), invalid(25, FIELD), invalid(30, FIELD)]
    expect(kinds(...once)).toEqual([])
  })

  it('comes of pressing the submit button several times in a row', () => {
    const quick = [0, 200, 400, 600].flatMap((at) => refusedAt(at, FIELD))
    expect(kinds(...quick)).toEqual([])
  })

  it('comes of a different field each time: somebody works through the form', () => {
    expect(kinds(...refusedAt(0, FIELD), ...refusedAt(9000, OTHER))).toEqual([])
  })

  it('comes of submits more than a minute apart', () => {
    expect(kinds(...refusedAt(0, FIELD), ...refusedAt(61_000, FIELD))).toEqual([])
  })

  it('comes of a field refused while it is typed in, with no submit', () => {
    expect(kinds(invalid(0, FIELD), invalid(5000, FIELD))).toEqual([])
    expect(kinds(did('submit', 0), invalid(5000, FIELD), invalid(9000, FIELD))).toEqual([])
  })

  it('comes of the same form on another screen', () => {
    const story = [
      screen(0, 'allergy'),
      ...refusedAt(1000, FIELD),
      screen(9000, 'chart'),
      ...refusedAt(10_000, FIELD),
    ]
    expect(kinds(...story)).toEqual([])
  })
})
