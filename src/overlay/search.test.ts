import { expect, test } from 'vitest'
import type { Offer } from './guide.ts'
import { searchOffers } from './search.ts'

function offer(id: string, title: string, keywords = ''): Offer {
  return {
    pack: 'p',
    id,
    title,
    summary: '',
    keywords,
    isHere: false,
    isPinned: false,
    isRequired: false,
  }
}
const offers = [
  offer('vitals', 'Record vitals', 'blood pressure temperature'),
  offer('allergy', 'Add an allergy', 'penicillin intolerance'),
  offer('french', 'Ajouter une allergie sévère'),
]
const idsOf = (query: string) => searchOffers(offers, query).map(({ id }) => id)

test.each([
  ['vitals', ['vitals']],
  ['vit', ['vitals']],
  ['vitlas', ['vitals']],
  ['blood presure', ['vitals']],
  ['PENICILLIN', ['allergy']],
  ['severe', ['french']],
])('%s finds %j', (query, ids) => {
  expect(idsOf(query)).toEqual(ids)
})

test('what nobody wrote about is not found', () => {
  expect(idsOf('discharge letter')).toEqual([])
})
