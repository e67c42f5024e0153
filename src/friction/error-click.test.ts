import { describe, expect, it } from 'vitest'
import type { Detection } from './detector.ts'
import { createDetectors } from './detectors.ts'
import type { Observation } from './observation.ts'
import { burst, failed, kinds, life, POLL, play, polling, press, screen } from './testing/story.ts'

const answered = (at: number) => life(at, 'mutation', 8)

/** In the order that they are seen in: a request is told of when it ends, with when it began. */
function inOrderSeen(...seen: Observation[]): string[] {
  const told: Detection[] = []
  const detectors = createDetectors((one) => told.push(one))
  for (const observation of seen) detectors.observe(observation)
  return told.map(({ kind }) => kind).filter((kind) => kind !== 'press')
}

describe('a press that failed', () => {
  it('is told of what failed beside a poll, which answers or fails by itself', () => {
    const polls = polling(0, 20_000, 1000).flatMap((poll) => [poll, failed(poll.at, POLL)])
    expect(kinds(...polls, press(12_500), failed(12_600))).toEqual(['error_click'])
  })

  it('is one that a failed request began after', () => {
    expect(play(screen(0, 'orders'), press(5000), answered(5100), failed(6500))).toEqual([
      { kind: 'error_click', at: 5000, screen: 'orders', control: 1, role: 'button' },
    ])
  })

  it('is one of a link, and of what shows nothing', () => {
    expect(kinds(press(0, { isLink: true }), failed(100))).toEqual(['error_click'])
    expect(kinds(press(0), failed(100))).toEqual(['error_click'])
  })

  it('is one where the failure comes long after the answer', () => {
    const late = [press(0), answered(100), { type: 'tick', at: 3050 } as const, failed(900)]
    expect(inOrderSeen(...late)).toEqual(['error_click'])
  })

  it('is one, however many requests fail', () => {
    const fails = [100, 300, 500].map((at) => failed(at))
    expect(inOrderSeen(press(0), answered(50), { type: 'tick', at: 3050 }, ...fails)).toEqual([
      'error_click',
    ])
  })
})

describe('none', () => {
  it('comes of a request that began before the press, or more than two seconds after', () => {
    expect(kinds(press(1000), answered(1100), failed(900))).toEqual([])
    expect(kinds(press(0), answered(100), failed(2001))).toEqual([])
  })

  it('comes of a poll that fails', () => {
    const polls = polling(0, 20_000, 1000).flatMap((poll) => [poll, failed(poll.at, POLL)])
    expect(kinds(...polls, press(12_500), answered(12_600))).toEqual([])
  })

  it('comes of one that asks four times a minute', () => {
    const polls = polling(0, 80_000, 15_000).flatMap((poll) => [poll, failed(poll.at, POLL)])
    expect(kinds(...polls, press(59_500), answered(59_600))).toEqual([])
  })

  it('comes of what was pressed before, where another press came in between', () => {
    const off = { isDisabled: true }
    const other = press(1500, {}, { control: 2 })
    const story = [press(0, off), press(900, off), other, answered(1600)]
    expect(kinds(...story, failed(1700))).toEqual(['error_click', 'disabled_click'])
    const late = [press(0), answered(50), other, { type: 'tick', at: 3050 } as const]
    expect(inOrderSeen(...late, failed(1600), answered(3200))).toEqual([])
  })

  it('comes of a press on nothing', () => {
    expect(kinds(press(0, { isInteractive: false }), failed(100))).toEqual([])
  })

  it('comes of a burst that failed, which is a rage click', () => {
    expect(kinds(...burst(0), answered(700), failed(800))).toEqual(['rage_click'])
  })
})
