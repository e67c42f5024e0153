import { expect, test } from 'vitest'
import { createWords } from './words.ts'

test('places are filled in', () => {
  expect(createWords('en')('step', { index: 2, total: 5 })).toBe('Step 2 of 5')
})

test('a regional language falls back to its own, an unknown one to English', () => {
  expect(createWords('fr-CA')('help')).toBe('Aide')
  expect(createWords('xx')('help')).toBe('Help')
})
