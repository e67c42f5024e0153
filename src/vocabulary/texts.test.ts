import { expect, test } from 'vitest'
import { textOf } from './texts.ts'

const pack = {
  locale: 'en',
  texts: { pt: { title: 'Sinais' }, 'pt-BR': { summary: 'Medir' }, fr: {} },
}

test.each([
  ['pt-BR', 'summary', 'Medir'],
  ['pt-BR', 'title', 'Sinais'],
  ['pt-PT', 'title', 'Sinais'],
  // What is closest is better than another language.
  ['pt', 'summary', 'Medir'],
  ['pt-PT', 'summary', 'Medir'],
  ['fr', 'title', 'own words'],
  ['de', 'title', 'own words'],
  ['fr', 'constructor', 'own words'],
  ['__proto__', 'title', 'own words'],
  ['', 'title', 'own words'],
])('in %s, %s reads “%s”', (locale, key, words) => {
  expect(textOf(pack, locale, key, 'own words')).toBe(words)
})

test('the pack’s own words are closer than a translation into another region of its language', () => {
  const own = { locale: 'pt', texts: { 'pt-BR': { title: 'Sinais' } } }
  expect(textOf(own, 'pt-PT', 'title', 'own words')).toBe('own words')
  expect(textOf(own, 'pt-BR', 'title', 'own words')).toBe('Sinais')
})
