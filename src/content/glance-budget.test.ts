import { expect, test } from 'vitest'
import { createGlanceBudget } from './glance-budget.ts'

test('the first glance is due at once', () => {
  expect(createGlanceBudget().dueAt()).toBe(Number.NEGATIVE_INFINITY)
})

test.each([
  [0, 100],
  [1, 300],
  [40, 1_000],
])('one of %s ms is followed by none for %s ms', (length, rest) => {
  const budget = createGlanceBudget()
  budget.spend(1_000, 1_000 + length)
  expect(budget.dueAt()).toBe(1_000 + rest)
})

test('a short look after a long glance makes no other sooner', () => {
  const budget = createGlanceBudget()
  budget.spend(1_000, 1_040)
  budget.spend(1_100, 1_100)
  expect(budget.dueAt()).toBe(2_000)
})
