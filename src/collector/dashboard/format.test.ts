import { expect, test } from 'vitest'
import { dayText, figureText, plural, rateText } from './format.ts'

test.each([
  [{ count: 1204, few: false }, '1,204'],
  [{ count: 1204, few: true }, '≥1,204'],
  [{ count: 0, few: false }, '0'],
  [{ count: 0, few: true }, 'few'],
])('the figure %j reads %s', (figure, text) => {
  expect(figureText(figure)).toBe(text)
})

test.each([
  [3.25, false, '3.3'],
  [3.25, true, '≥3.3'],
  [0, false, '0.0'],
  [0, true, 'few'],
  [null, false, '–'],
])('a rate of %s (few: %s) reads %s', (per100, few, text) => {
  expect(rateText(per100, { count: 1, few })).toBe(text)
})

test('days and plurals read as people write them', () => {
  expect(dayText('2026-11-04')).toBe('4 Nov 2026')
  expect([plural(1, 'screen'), plural(2, 'screen')]).toEqual(['1 screen', '2 screens'])
})
