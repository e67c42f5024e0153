import { describe, expect, test } from 'vitest'
import { createWords, LANGUAGES } from './words.ts'

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

describe.each(Object.entries(LANGUAGES))('%s', (tag, { words, reports }) => {
  const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  const english = LANGUAGES.en

  test('has the plural forms of its language, and says something in each', () => {
    const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
    for (const word of Object.values<string | object>(words)) {
      if (typeof word === 'string') expect(word).toMatch(/\S/)
      else expect(Object.keys(word).sort()).toEqual([...forms].sort())
    }
    for (const reason of Object.values(reports)) expect(reason).toMatch(/\S/)
  })

  test('names the same places as English', () => {
    for (const [key, word] of Object.entries<string | object>(words)) {
      const other = english?.words[key as keyof typeof words] as string | { other: string }
      const own = typeof word === 'string' ? word : (word as { other: string }).other
      expect([key, placesOf(own)]).toEqual([
        key,
        placesOf(typeof other === 'string' ? other : other.other),
      ])
    }
  })
})
