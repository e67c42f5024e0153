// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSameRecord } from './same-record.ts'
import { seenAt } from './sensing/testing/sensed.ts'

beforeEach(() => {
  document.body.innerHTML = '<header id="banner"></header>'
})
afterEach(() => document.body.replaceChildren())

const patient = { target: 'banner', except: ['tags'], screens: [] }

function createReader() {
  const record = createSameRecord(7)
  return (html: string) => {
    const banner = document.getElementById('banner')
    if (banner) banner.innerHTML = html
    return record.read(seenAt('chart', {}, { patient }))
  }
}

const JANE = '<b>Jane Doe</b> <i>F, 1984</i>'

test('a record is compared once its banner has said the same twice', () => {
  const read = createReader()
  expect([JANE, JANE, JANE].map(read)).toEqual(['unsettled', 'first', 'same'])
})

test('another one is another, and the first again too', () => {
  const read = createReader()
  const john = '<b>John Roe</b> <i>M, 1990</i>'
  expect([JANE, JANE, john, john, JANE, JANE].map(read)).toEqual([
    ...['unsettled', 'first', 'unsettled', 'other', 'unsettled', 'other'],
  ])
})

test('a banner that is drawn piece by piece, or says more, is of the same record', () => {
  const read = createReader()
  const more = `${JANE}<p>Allergies</p>`
  const tagged = `${JANE}<p id="tags">Waiting</p>`
  expect([JANE, JANE, '<b>Jane Doe</b>', JANE, more, more, tagged, tagged].map(read)).not.toContain(
    'other',
  )
})

test('no banner tells nothing', () => {
  const read = createReader()
  expect(['', '', JANE, JANE].map(read)).toEqual(['unsettled', 'unsettled', 'unsettled', 'first'])
})
