import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isOnBeat } from './beat.ts'

describe('a beat', () => {
  it('is unknown of one request', () => {
    expect(isOnBeat([], 1000)).toBeUndefined()
    expect(isOnBeat([1000], 2000)).toBeUndefined()
  })

  it('is unknown where requests come as they like', () => {
    expect(isOnBeat([0, 1000, 3500, 4200], 5000)).toBeUndefined()
  })

  it('holds for the next request, and for one after some that are missing', () => {
    expect(isOnBeat([0, 2000, 4000], 6000)).toBe(true)
    expect(isOnBeat([0, 2000, 4000], 10_100)).toBe(true)
    expect(isOnBeat([0, 4000, 6000], 8000)).toBe(true)
  })

  it('is over once no request has come for long', () => {
    expect(isOnBeat([0, 1000], 30_000)).toBeUndefined()
  })

  it('does not hold for a request between two', () => {
    expect(isOnBeat([0, 2000, 4000], 5000)).toBe(false)
    expect(isOnBeat([0, 2000, 4000], 4100)).toBe(false)
  })

  it('forgives a timer that is late', () => {
    const polls = fc.record({
      every: fc.integer({ min: 500, max: 30_000 }),
      late: fc.array(fc.double({ min: 0, max: 0.02, noNaN: true }), { minLength: 3, maxLength: 9 }),
    })
    fc.assert(
      fc.property(polls, ({ every, late }) => {
        const times = late.map((share, call) => every * (call + share))
        const next = times.pop() as number
        expect(isOnBeat(times, next)).toBe(true)
      }),
    )
  })
})
