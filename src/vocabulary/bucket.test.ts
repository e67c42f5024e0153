import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketLabel, COUNT_BUCKETS, countBucket } from './bucket.ts'

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 4],
  [7, 4],
  [8, 8],
  [5000, 8],
])('a count of %i falls in the bucket that starts at %i', (count, bound) => {
  expect(countBucket(count)).toBe(bound)
})

test('a bucket never names more than was counted', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), (count) => countBucket(count) <= count))
})

test('every bucket has a label of its own', () => {
  expect(new Set(COUNT_BUCKETS.map(bucketLabel)).size).toBe(COUNT_BUCKETS.length)
})
