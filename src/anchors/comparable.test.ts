import { expect, test } from 'vitest'
import { comparable } from './comparable.ts'

test.each([
  ['Drug orders (0)', 'Drug orders (2)'],
  ['Heart rate *', 'Heart rate:'],
  ['+ Add dose', 'Add dose'],
  ['Next >', 'Next'],
  ['< Back', 'back'],
])('the same name: %s, %s', (one, other) => {
  expect(comparable(one)).toBe(comparable(other))
})

test.each([
  ['Rh +', 'Rh −'],
  ['+', '−'],
  ['<', '>'],
  ['Step 1', 'Step 2'],
  ['> 5', '< 5'],
])('two names: %s, %s', (one, other) => {
  expect(comparable(one)).not.toBe(comparable(other))
})
