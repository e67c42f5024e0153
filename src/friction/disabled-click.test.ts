import { describe, expect, it } from 'vitest'
import { burst, kinds, life, play, press, screen } from './testing/story.ts'

const off = { isDisabled: true }

describe('a press on what is disabled', () => {
  it('is two presses on a disabled control within five seconds', () => {
    expect(play(screen(0, 'orders'), press(1000, off), press(5900, off))).toEqual([
      { kind: 'disabled_click', at: 1000, screen: 'orders', control: 1, role: 'button' },
    ])
  })

  it('is one, however often it is pressed', () => {
    const presses = [0, 2000, 4000, 6000, 8000].map((at) => press(at, off))
    expect(kinds(...presses)).toEqual(['disabled_click'])
  })

  it('is one whatever else the page does', () => {
    expect(kinds(press(0, off), press(2000, off), life(2100, 'mutation', 8))).toEqual([
      'disabled_click',
    ])
  })
})

describe('none', () => {
  it('comes of a single press', () => {
    expect(kinds(press(0, off))).toEqual([])
  })

  it('comes of presses further apart', () => {
    expect(kinds(press(0, off), press(5200, off))).toEqual([])
  })

  it('comes of a control that was enabled at one of them', () => {
    expect(kinds(press(0, off), press(2000), life(2100, 'mutation', 8))).toEqual([])
  })

  it('comes of two different controls', () => {
    expect(kinds(press(0, off), press(1000, off, { control: 2 }))).toEqual([])
  })

  it('comes of a burst, which is a rage click', () => {
    expect(kinds(...burst(0, off))).toEqual(['rage_click'])
  })
})
