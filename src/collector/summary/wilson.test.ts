import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilsonInterval } from './wilson.ts'

test.each([
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('%i of %i has the published interval', (successes, trials, low, high) => {
  const interval = wilsonInterval(successes, trials)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

test('the interval holds the share, lies within 0–1 and mirrors for what did not succeed', () => {
  const counts = fc
    .integer({ min: 1, max: 1e6 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)))
  fc.assert(
    fc.property(counts, ([successes, trials]) => {
      const { low, high } = wilsonInterval(successes, trials)
      const mirror = wilsonInterval(trials - successes, trials)
      expect(low).toBeGreaterThanOrEqual(0)
      expect(high).toBeLessThanOrEqual(1)
      expect(low).toBeLessThanOrEqual(successes / trials + 1e-12)
      expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12)
      expect(mirror.low).toBeCloseTo(1 - high, 9)
    }),
  )
})
