import { expect, it } from 'vitest'
import { createSay } from './say.ts'

const languages = {
  en: { hello: 'Hello {name}', items: { one: '{count} item', other: '{count} items' } },
  pt: { hello: 'Olá {name}', items: { one: '{count} peça', other: '{count} peças' } },
}

it('fills in the places, and leaves one that has no value', () => {
  expect(createSay(languages, 'en')('hello', { name: 'Ada' })).toBe('Hello Ada')
  expect(createSay(languages, 'en')('hello')).toBe('Hello {name}')
})

it('chooses the plural form by the rules of the language', () => {
  expect(createSay(languages, 'en')('items', { count: 0 })).toBe('0 items')
  expect(createSay(languages, 'pt')('items', { count: 0 })).toBe('0 peça')
})

it('falls back from a region to its language, then to English', () => {
  expect(createSay(languages, 'pt-BR')('hello', { name: 'Ada' })).toBe('Olá Ada')
  expect(createSay(languages, 'de')('hello', { name: 'Ada' })).toBe('Hello Ada')
  expect(createSay(languages, 'constructor')('hello', { name: 'Ada' })).toBe('Hello Ada')
})
