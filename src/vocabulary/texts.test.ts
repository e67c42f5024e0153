import { expect, test } from 'vitest'
import { textOf } from './texts.ts'

const pack = { texts: { pt: { title: 'Sinais' }, 'pt-BR': { summary: 'Medir' }, fr: {} } }

test.each([
  ['pt-BR', 'summary', 'Medir'],
  ['pt-BR', 'title', 'Sinais'],
  ['pt', 'summary', 'own words'],
  ['pt-PT', 'title', 'Sinais'],
  ['fr', 'title', 'own words'],
  ['de', 'title', 'own words'],
  ['fr', 'constructor', 'own words'],
  ['__proto__', 'title', 'own words'],
  ['', 'title', 'own words'],
])('in %s, %s reads “%s”', (locale, key, words) => {
  expect(textOf(pack, locale, key, 'own words')).toBe(words)
})
