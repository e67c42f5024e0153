import * as v from 'valibot'
import { expect, test } from 'vitest'
import { packSchema } from '../vocabulary/pack.ts'
import { PREFERENCE_DEFAULTS } from '../vocabulary/preferences.ts'
import { createKnownParts } from './known-parts.ts'
import type { Sight } from './lookout.ts'
import { createOffers } from './offers.ts'
import { createPackWords } from './pack-words.ts'
import { createPersonal } from './personal.ts'

const walk = (id: string, more = {}) => ({
  ...{ id, title: id, summary: '', screens: ['list'], owner: 'IT', reviewBy: '2027-01-01' },
  steps: [{ id: 'one', text: 'x', advance: { on: 'next' }, section: 'all' }],
  ...more,
})
const pack = v.parse(packSchema, {
  format: 'handrail.pack/1',
  id: 'ward',
  version: 1,
  app: { id: 'app', name: 'App', sites: ['https://ehr.test/*'] },
  screens: [{ id: 'list', title: 'List', when: { url: ['/list'] } }],
  walkthroughs: [
    walk('first'),
    walk('second'),
    walk('after-first', { audience: { completed: ['first'] } }),
    walk('required', { locked: true }),
  ],
})
const sight: Sight = { of: () => ({ screen: { id: 'list' } }) } as unknown as Sight

function setup(marks = {}) {
  const personal = createPersonal(marks, () => undefined)
  const offers = createOffers([pack], personal, createKnownParts(personal))
  const all = createPackWords([pack], 'en').offers(sight)
  return {
    offers,
    listed: () => offers.arrange(all).map(({ id }) => id),
    settings: () => offers.settings(all, PREFERENCE_DEFAULTS),
  }
}

test('what is pinned stands first', () => {
  const { offers, listed } = setup()
  offers.pin('ward', 'required', true)
  expect(listed()).toEqual(['required', 'first', 'second'])
  offers.pin('ward', 'required', false)
  expect(listed()).toEqual(['first', 'second', 'required'])
})

test('what is hidden is listed in the settings only, and can be shown again', () => {
  const { offers, listed, settings } = setup()
  offers.hide('ward', 'first', true)
  expect(listed()).toEqual(['second', 'required'])
  expect(settings().hidden.map(({ id }) => id)).toEqual(['first'])
  offers.hide('ward', 'first', false)
  expect(listed()).toContain('first')
})

test('what the organisation requires can’t be hidden, not even by an old mark', () => {
  const { offers, listed } = setup({ 'ward/hidden/required': 1 })
  offers.hide('ward', 'required', true)
  expect(listed()).toContain('required')
})

test('what asks for experience is listed once that is there', () => {
  expect(setup({ 'ward/walkthroughs/first': 1 }).listed()).toContain('after-first')
})

test('all steps of what was shortened can be had back', () => {
  const { offers, settings } = setup({ 'ward/known/first/all': 1 })
  expect(settings().shortened.map(({ id }) => id)).toEqual(['first'])
  offers.showAllSteps('ward', 'first')
  expect(settings().shortened).toEqual([])
})
