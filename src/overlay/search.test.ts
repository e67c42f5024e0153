import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSearch, type Findable } from './search.ts'

function thing(title: string, keywords = '', text = '', isHere = false): Findable {
  return { title, keywords, text, isHere }
}
const things = [
  thing('Record vitals', 'blood pressure temperature'),
  thing('Add an allergy', 'penicillin intolerance'),
  thing('Ajouter une allergie sévère'),
  thing('Sønderjysk skærm', '', 'Straße'),
]
const titles = (found: readonly Findable[]) => found.map(({ title }) => title)
const search = createSearch(things, 'en')

test.each([
  ['vitals', ['Record vitals']],
  ['vit', ['Record vitals']],
  ['vitlas', ['Record vitals']],
  ['blood presure', ['Record vitals']],
  ['PENICILLIN', ['Add an allergy']],
  ['severe', ['Ajouter une allergie sévère']],
  ['sonderjysk', ['Sønderjysk skærm']],
  ['skaerm strasse', ['Sønderjysk skærm']],
])('%s finds %j', (query, found) => {
  expect(titles(search(query))).toEqual(found)
})

test('what nobody wrote about is not found', () => {
  expect(search('discharge letter')).toEqual([])
})

describe('words without spaces between them', () => {
  test.each([
    ['ja', '薬剤アレルギーを登録する', 'アレルギー'],
    ['en', '停電時の手順', '手順'],
    ['zh', '记录患者的过敏反应', '过敏'],
    ['th', 'บันทึกสัญญาณชีพของผู้ป่วย', 'ผู้ป่วย'],
  ])('%s', (tag, title, query) => {
    const found = createSearch([thing('Other'), thing(title)], tag)(query)
    expect(titles(found)).toEqual([title])
  })
})

test('what is for this screen comes first, whatever fits better', () => {
  const both = [thing('Allergy'), thing('Vitals', '', 'Not with an allergy.', true)]
  expect(titles(createSearch(both, 'en')('allergy'))).toEqual(['Vitals', 'Allergy'])
})

/** Halves of pairs too. `binary` says the same, and takes seconds to make. */
const codePoint = fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code))

test('no query is a fault, and none finds what is not there', () => {
  fc.assert(
    fc.property(fc.string({ unit: codePoint }), (query) => {
      for (const found of search(query)) expect(things).toContain(found)
    }),
  )
})
