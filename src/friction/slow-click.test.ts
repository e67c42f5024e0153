import { describe, expect, it } from 'vitest'
import { createDetectors } from './detectors.ts'
import type { Observation } from './observation.ts'
import { burst, did, kinds, life, play, press, SAVE, screen, ticking } from './testing/story.ts'

const PANEL = 8
const request = (at: number, endedAt: number): Observation => ({
  ...{ type: 'alive', at, source: 'resource', endedAt, regions: [SAVE] },
})

describe('a slow response', () => {
  it.each([3001, 5000, 7000])('is a first answer after %i ms', (after) => {
    expect(play(screen(0, 'chart'), press(5000), life(5000 + after, 'mutation', PANEL))).toEqual([
      { kind: 'slow_click', at: 5000, screen: 'chart', control: 1, role: 'button' },
    ])
  })

  it('is a request that began at once and was answered late, with nothing shown meanwhile', () => {
    const told: string[] = []
    const detectors = createDetectors(({ kind }) => told.push(kind))
    // It is told of when it ends, as browsers do.
    for (const seen of [press(0), { type: 'tick', at: 3050 } as const, request(80, 5000)])
      detectors.observe(seen)
    expect(told).toEqual(['slow_click'])
  })

  it('is another screen that comes late', () => {
    expect(kinds(screen(0, 'chart'), press(5000), screen(9500, 'orders'))).toEqual(['slow_click'])
  })

  it('is one for who presses again meanwhile and is then answered', () => {
    expect(kinds(press(0), press(2500), life(4500, 'mutation', PANEL))).toEqual(['slow_click'])
  })
})

describe('no slow response', () => {
  it('comes of a link, whose loading the browser shows', () => {
    expect(kinds(press(0, { isLink: true }), life(4000, 'navigation'))).toEqual([])
  })

  it('comes of an answer in time', () => {
    expect(kinds(press(0), life(2900, 'mutation', PANEL))).toEqual([])
  })

  it('comes of what changes by itself: that is a dead click', () => {
    expect(kinds(...ticking(0, 30_000, 7), press(12_500))).toEqual(['dead_click'])
  })

  it('comes of what another press brought', () => {
    const other = press(4000, {}, { control: 2 })
    expect(kinds(press(0), other, life(4100, 'mutation', PANEL))).toEqual(['dead_click'])
  })

  it.each(['prompt', 'edit', 'submit'] as const)('comes of what may be of: %s', (act) => {
    expect(kinds(press(0), did(act, 4000), life(4100, 'mutation', PANEL))).toEqual(['dead_click'])
  })

  it('comes of a burst, which is a rage click', () => {
    expect(kinds(...burst(0), life(5000, 'mutation', PANEL))).toEqual(['rage_click'])
  })

  it('comes of a page that stood still meanwhile', () => {
    expect(kinds(press(0), life(60_000, 'mutation', PANEL))).toEqual(['dead_click'])
  })
})
