import { expect, test } from 'vitest'
import { createQuota } from './quota.ts'

test('a site has a minute’s worth at once, then what time brings, and no other pays for it', () => {
  let clock = 0
  const { take } = createQuota(600, () => clock)
  expect([take('a', 500), take('a', 200)]).toEqual([0, 0])
  expect(take('a', 1)).toBe(11)
  expect(take('b', 1)).toBe(0)
  clock = 11_000
  expect(take('a', 1)).toBe(0)
})

test('a batch that is larger than the budget is taken when there is any', () => {
  const { take } = createQuota(10, () => 0)
  expect(take('a', 200)).toBe(0)
  expect(take('a', 1)).toBeGreaterThan(60)
})
