import MiniSearch from 'minisearch'
import type { Offer } from './guide.ts'

/** Finds walkthroughs by title, summary and keywords; forgives a typo in longer words. */
export function searchOffers(offers: readonly Offer[], query: string): Offer[] {
  const index = new MiniSearch<Offer & { key: string }>({
    idField: 'key',
    fields: ['title', 'keywords', 'summary'],
    searchOptions: {
      boost: { title: 3, keywords: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
    },
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
  })
  const byKey = new Map(offers.map((offer) => [`${offer.pack}/${offer.id}`, offer]))
  index.addAll([...byKey].map(([key, offer]) => ({ ...offer, key })))
  return index.search(query).flatMap(({ id }) => byKey.get(String(id)) ?? [])
}
