import { expect, test } from 'vitest'
import type { StoredToken } from '../store/tokens.ts'
import { createIngestSites } from './ingest-sites.ts'
import { tokenDigest } from './token.ts'

const WARD: StoredToken = { id: 'one', site: 'ward', digest: tokenDigest('given'), createdAt: 0 }

test('a token that is ended while the list is being read is not taken by the list of before', async () => {
  const answers = [Promise.withResolvers<StoredToken[]>(), Promise.withResolvers<StoredToken[]>()]
  let asked = 0
  const listTokens = () => answers[asked++]?.promise ?? Promise.reject(new Error('once too often'))
  const sites = createIngestSites({ ingestTokens: [], store: { listTokens }, now: () => 0 })
  const first = sites.siteOf('Bearer given')
  sites.outdate()
  answers[0]?.resolve([WARD])
  await first
  answers[1]?.resolve([])
  expect(await sites.siteOf('Bearer given')).toBeUndefined()
})
