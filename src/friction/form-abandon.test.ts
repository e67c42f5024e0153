import { describe, expect, it } from 'vitest'
import { RETURN_WINDOW_MS } from './form-abandon.ts'
import { did, field, kinds, life, play, polling, press, SAVE, screen } from './testing/story.ts'

const LATER = RETURN_WINDOW_MS + 60_000
const form = [screen(0, 'chart'), screen(10_000, 'vitals', true), field(15_000, 'typed')]
const left = screen(20_000, 'chart')
const after = did('away', 20_000 + LATER)

describe('a form that was left', () => {
  it('is one with something entered, left unsaved, and nobody came back for half an hour', () => {
    expect(play(...form, left, after)).toEqual([
      { kind: 'form_abandon', at: 15_000, screen: 'vitals' },
    ])
  })

  it('is one although a link loads the next screen', () => {
    const link = press(19_000, { isLink: true, role: 'link' })
    expect(kinds(...form, link, life(19_200, 'resource', SAVE), left, after)).toEqual([
      'form_abandon',
    ])
  })

  it('is one although the page polls', () => {
    expect(kinds(...polling(-20_000, 40_000, 1000), ...form, left, after)).toEqual(['form_abandon'])
  })

  it('is one, once', () => {
    const again = did('away', 20_000 + 2 * LATER)
    expect(kinds(...form, left, after, again)).toEqual(['form_abandon'])
  })
})

describe('none', () => {
  it.each(['save', 'submit'] as const)('comes of one with a %s', (act) => {
    expect(kinds(...form, did(act, 18_000), left, after)).toEqual([])
  })

  it('comes of one that saves by itself, or by a button of the app’s own', () => {
    expect(kinds(...form, life(16_000, 'resource', SAVE), left, after)).toEqual([])
    const save = [press(19_500), life(19_600, 'mutation', 8)]
    expect(kinds(...form, ...save, left, life(20_500, 'resource', SAVE), after)).toEqual([])
  })

  it('comes of a return within half an hour', () => {
    const back = screen(20_000 + RETURN_WINDOW_MS - 1000, 'vitals', true)
    expect(kinds(...form, left, back, did('away', 20_000 + LATER))).toEqual([])
  })

  it('comes of a dialog over the form: that is still open', () => {
    const dialog = screen(20_000, 'ask', true)
    const typed = field(5000, 'typed')
    expect(kinds(screen(0, 'chart'), typed, dialog, after)).toEqual([])
  })

  it('comes of a search, or of a form that nothing was entered in', () => {
    const search = [screen(0, 'search'), field(1000, 'typed', { isSearch: true })]
    expect(kinds(...search, screen(5000, 'chart'), after)).toEqual([])
    expect(kinds(screen(0, 'chart'), screen(10_000, 'vitals', true), left, after)).toEqual([])
  })
})
