import { expect, test } from 'vitest'
import { createVisits } from './visits.ts'

const list = { id: 'list', dialog: false }
const chart = { id: 'chart', dialog: false }
const form = { id: 'form', dialog: true }
type Look = [typeof list | undefined, number, boolean?]

/** The looks that were new visits, by number. */
function newOnes(...looks: Look[]): number[] {
  const isNewVisit = createVisits()
  return looks.flatMap(([screen, now, isCounting = true], at) =>
    isNewVisit(screen, isCounting, now) ? [at] : [],
  )
}

test('a screen is visited once while it stays, and again after another', () => {
  expect(newOnes([list, 0], [list, 100], [chart, 200], [list, 300])).toEqual([0, 2, 3])
})

test('a moment in which no rule fits is no absence; a longer one is', () => {
  expect(newOnes([list, 0], [undefined, 100], [list, 900])).toEqual([0])
  expect(newOnes([list, 0], [undefined, 100], [list, 9_000])).toEqual([0, 2])
})

test('a form over a screen is a visit of its own; the screen under it is not left', () => {
  expect(newOnes([list, 0], [form, 100], [list, 200], [form, 300])).toEqual([0, 1, 3])
  expect(newOnes([list, 0], [form, 100], [chart, 200])).toEqual([0, 1, 2])
})

test('a screen that was open before consent counts once consent is there', () => {
  expect(newOnes([list, 0, false], [list, 100, true])).toEqual([1])
})
