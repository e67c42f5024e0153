import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLearned, LEARNED_MIN } from './learned.ts'

describe('what is usual', () => {
  it('is not known from few samples', () => {
    const learned = createLearned<string>()
    for (let n = 1; n < LEARNED_MIN; n++) learned.add('a', 5000)
    expect([learned.p10('a'), learned.p95('a'), learned.p95('b')]).toEqual([0, 0, 0])
    learned.add('a', 5000)
    expect(learned.p95('a')).toBeGreaterThanOrEqual(5000)
  })

  it('lies around the percentiles, off by a bucket at most', () => {
    const samples = fc.array(fc.integer({ min: 0, max: 600_000 }), {
      minLength: 20,
      maxLength: 190,
    })
    fc.assert(
      fc.property(samples, (all) => {
        const learned = createLearned<number>()
        for (const value of all) learned.add(1, value)
        const sorted = all.toSorted((a, b) => a - b)
        const at = (part: number) => sorted[Math.ceil(all.length * part) - 1] ?? 0
        expect(learned.p10(1)).toBeLessThanOrEqual(at(0.1) * 1.0001)
        expect(learned.p95(1) * 1.0001).toBeGreaterThanOrEqual(at(0.95))
        expect(learned.p95(1)).toBeLessThanOrEqual(Math.max(1, at(0.95) * 1.2501))
      }),
    )
  })

  it('follows what changes', () => {
    const learned = createLearned<string>()
    for (let n = 0; n < 1000; n++) learned.add('a', 100)
    for (let n = 0; n < 300; n++) learned.add('a', 9000)
    expect(learned.p95('a')).toBeGreaterThan(8000)
  })
})
