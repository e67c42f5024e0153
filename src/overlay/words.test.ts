import { expect, test } from 'vitest'
import { pickLanguage } from '../words/pick-language.ts'
import { createWords as createFrom } from './words.ts'

const createWords = (locale: string) => createFrom(pickLanguage(locale))

test('places are filled in', () => {
  expect(createWords('en')('step', { index: 2, total: 5 })).toBe('Step 2 of 5')
})

test('a regional language falls back to its own, an unknown one to English', () => {
  expect(createWords('fr-CA')('help')).toBe('Aide')
  expect(createWords('pt-PT')('help')).toBe('Ajuda')
  expect(createWords('xx')('help')).toBe('Help')
  expect(createWords('toString')('help')).toBe('Help')
})

test('Arabic has six plural forms, and is written from right to left', () => {
  const say = createWords('ar')
  expect(say.direction).toBe('rtl')
  const forms = [0, 1, 2, 3, 11, 100].map((count) => say('found', { count }))
  expect(new Set(forms.map((form) => form.replace(/[\d٠-٩]+/, '#'))).size).toBe(5)
  expect(say('found', { count: 2 })).toBe('نتيجتان')
})

test('numbers are written as in the language and its region', () => {
  expect(createWords('de')('found', { count: 1234 })).toBe('1.234 Treffer')
  expect(createWords('en')('found', { count: 1234 })).toBe('1,234 results')
  expect(createWords('ar-EG')('step', { index: 1, total: 3 })).toContain('٣')
})

test('a name in the other direction is kept from turning the words around it', () => {
  expect(createWords('ar')('completed', { title: 'Add an allergy' })).toBe(
    'تمّ: \u2068Add an allergy\u2069',
  )
  expect(createWords('en')('completed', { title: 'حساسية' })).toBe('Done: \u2068حساسية\u2069')
  expect(createWords('en')('completed', { title: 'Vitals' })).toBe('Done: Vitals')
})
