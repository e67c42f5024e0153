import { expect, test } from 'vitest'
import { createVisits } from './visits.ts'

test('a screen is visited once while it stays, and again after another or an unknown one', () => {
  const isNewVisit = createVisits()
  const screens = ['list', 'list', 'chart', 'list', undefined, 'list']
  expect(screens.map((screen) => isNewVisit(screen, true))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ])
})

test('a screen that was open before consent counts once consent is there', () => {
  const isNewVisit = createVisits()
  expect(isNewVisit('list', false)).toBe(false)
  expect(isNewVisit('list', true)).toBe(true)
})
