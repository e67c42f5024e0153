import { expect, it } from 'vitest'
import { minutesUntilTomorrow } from './until-tomorrow.ts'

it('ends at six in the morning of the next day', () => {
  expect(minutesUntilTomorrow(new Date(2026, 10, 24, 14, 0).getTime())).toBe(16 * 60)
})

it('gives a night shift until the morning, not ten minutes', () => {
  expect(minutesUntilTomorrow(new Date(2026, 10, 24, 23, 50).getTime())).toBe(6 * 60 + 10)
})

it('never lasts longer than the worker lets a pause last', () => {
  expect(minutesUntilTomorrow(new Date(2026, 10, 24, 2, 0).getTime())).toBe(24 * 60)
})
