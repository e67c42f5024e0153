import { describe, expect, it } from 'vitest'
import { LEARNED_MIN } from './learned.ts'
import type { Observation } from './observation.ts'
import { did, kinds, play, screen } from './testing/story.ts'

const turn = (stay: number) => [
  screen(0, 'chart'),
  screen(10_000, 'orders'),
  screen(10_000 + stay, 'chart'),
]

describe('a u-turn', () => {
  it('is a screen opened and left again for the one before, within three seconds', () => {
    expect(play(...turn(2000))).toEqual([{ kind: 'u_turn', at: 10_000, screen: 'orders' }])
  })

  it('is seen although no screen fits for a moment in between', () => {
    const story = [
      screen(0, 'chart'),
      screen(9800, undefined),
      screen(10_000, 'orders'),
      screen(12_000, undefined),
      screen(12_400, 'chart'),
    ]
    expect(kinds(...story)).toEqual(['u_turn'])
  })

  it('is one per turn, and going on from there is none', () => {
    expect(kinds(...turn(2000), screen(14_000, 'orders'), screen(30_000, 'chart'))).toEqual([
      'u_turn',
    ])
  })

  it('is judged by the screen’s own tenth percentile, once it is known', () => {
    const visits = Array.from({ length: LEARNED_MIN }, (_, visit): Observation[] => [
      screen(visit * 100_000, `start-${visit}`),
      screen(visit * 100_000 + 10_000, 'orders'),
      screen(visit * 100_000 + 50_000, 'elsewhere'),
    ]).flat()
    const last = LEARNED_MIN * 100_000
    const story = [...visits, ...turn(20_000).map((shown) => ({ ...shown, at: shown.at + last }))]
    expect(kinds(...story)).toEqual(['u_turn'])
    expect(kinds(...turn(20_000))).toEqual([])
  })
})

describe('no u-turn', () => {
  it('comes of a longer look', () => {
    expect(kinds(...turn(3000))).toEqual([])
  })

  it.each(['edit', 'copy', 'save', 'submit'] as const)('comes where there was: %s', (act) => {
    expect(kinds(...turn(2000), did(act, 11_000))).toEqual([])
  })

  it('comes of a dialog', () => {
    const story = [screen(0, 'chart'), screen(5000, 'alert', true), screen(6000, 'chart')]
    expect(kinds(...story)).toEqual([])
  })

  it('comes of going on to a third screen', () => {
    expect(kinds(screen(0, 'a'), screen(5000, 'b'), screen(6000, 'c'))).toEqual([])
  })

  it('comes of a redirect, which nobody sees', () => {
    expect(kinds(...turn(100))).toEqual([])
  })

  it('comes of a way over a screen that nobody knows', () => {
    const story = [
      screen(0, 'chart'),
      screen(10_000, 'orders'),
      screen(11_000, undefined),
      screen(15_000, 'chart'),
    ]
    expect(kinds(...story)).toEqual([])
  })

  it('comes of a screen told again', () => {
    expect(kinds(screen(0, 'chart'), screen(1000, 'chart'), screen(2000, 'chart'))).toEqual([])
  })
})
