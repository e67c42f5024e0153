import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isQuiet, minuteOfDay } from './quiet-hours.ts'

const at = (hours: number, minutes = 0) => hours * 60 + minutes

test('the first minute is quiet, the last is not', () => {
  const hours = ['12:30-13:00']
  expect([at(12, 29), at(12, 30), at(12, 59), at(13)].map((m) => isQuiet(hours, m))).toEqual([
    false,
    true,
    true,
    false,
  ])
})
test('they may go over midnight', () => {
  const hours = ['22:00-06:00']
  expect([at(21, 59), at(22), at(0), at(5, 59), at(6)].map((m) => isQuiet(hours, m))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ])
})
test('two spans that meet make up a day, and no minute is in both', () => {
  const time = fc
    .integer({ min: 0, max: 1439 })
    .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`)
  fc.assert(
    fc.property(time, time, fc.integer({ min: 0, max: 1439 }), (from, to, minute) => {
      fc.pre(from !== to)
      const [one, other] = [isQuiet([`${from}-${to}`], minute), isQuiet([`${to}-${from}`], minute)]
      expect(one).not.toBe(other)
      expect(isQuiet([`${from}-${to}`, `${to}-${from}`], minute)).toBe(true)
    }),
  )
})
test('the minute is the one where the person is', () => {
  expect(minuteOfDay(new Date(2026, 0, 5, 23, 59))).toBe(1439)
})
