import { expect, test } from 'vitest'
import { createSearch } from '../overlay/search.ts'
import { handOver } from './late-part.ts'
import { createLateValue } from './late-value.ts'

test('the search is loaded when the help panel first asks, once, and stays for a restart', () => {
  const loaded: string[] = []
  const taken: unknown[] = []
  const start = () =>
    createLateValue({
      name: 'search',
      load: async (part) => loaded.push(part) > 0,
      fail: (error) => taken.push(error),
      signal: new AbortController().signal,
    })
  const need = start()
  expect(loaded).toEqual([])
  need((create) => taken.push(create))
  need((create) => taken.push(create))
  expect([loaded, taken]).toEqual([['search'], []])
  handOver('search', createSearch)
  need((create) => taken.push(create))
  start()((create) => taken.push(create))
  expect(taken).toEqual([createSearch, createSearch, createSearch, createSearch])
  expect(loaded).toEqual(['search'])
})
