import { describe, expect, test } from 'vitest'
import { LANGUAGES } from './pick-language.ts'

describe.each(Object.entries(LANGUAGES))(
  '%s',
  (tag, { words, reports, severities, frequencies, roles, regions }) => {
    const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
    const english = LANGUAGES.en

    test('has the plural forms of its language, and says something in each', () => {
      const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories
      for (const word of Object.values<string | object>(words)) {
        if (typeof word === 'string') expect(word).toMatch(/\S/)
        else expect(Object.keys(word).sort()).toEqual([...forms].sort())
      }
      for (const choices of [reports, severities, frequencies, roles, regions])
        for (const choice of Object.values(choices)) expect(choice).toMatch(/\S/)
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
  },
)
