import { expect, test } from 'vitest'
import { isAlike } from './like-words.ts'

test.each([
  ['Record vitals', 'Record vital signs'],
  ['Save order', 'Save the order'],
  ['Search for a drug', 'Search drug'],
])('%s may be %s, reworded', (one, other) => {
  expect(isAlike(one, other)).toBe(true)
  expect(isAlike(other, one)).toBe(true)
})

test.each([
  ['Record vitals', 'Record allergies'],
  ['Save and close', 'Sign and close'],
  ['Add', 'Add allergy'],
  ['Start the visit now', 'End the visit now'],
  ['', ''],
])('%s is not %s', (one, other) => {
  expect(isAlike(one, other)).toBe(false)
})
