import type { StoredToken } from '../store/tokens.ts'
import { tokenDigest } from './token.ts'

/** How long a collector goes by what it has read: a token that another one ended is taken no longer. */
export const TOKENS_FRESH_MS = 10_000
/** The site of the token that `collector.json` holds. */
export const FIRST_SITE = 'first'

interface Options {
  /** The tokens of `collector.json`. */
  ingestTokens: readonly string[]
  store: { listTokens: () => Promise<StoredToken[]> }
  now: () => number
}

/**
 * Which site a token is of. Digests are looked up, so that the time taken tells nothing of a token.
 * Where the database does not answer, what was read last holds.
 */
export function createIngestSites({ ingestTokens, store, now }: Options) {
  const first = new Set(ingestTokens.filter((token) => token !== '').map(tokenDigest))
  let tokens = new Map<string, StoredToken>()
  let readAt = -Infinity
  let isOutdated = false
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    isOutdated = false
    try {
      tokens = new Map((await store.listTokens()).map((token) => [token.digest, token]))
    } catch {
      // Whoever sends will hear of the database when the batch is to be written.
    }
    // A token may have been added or ended since the database was asked.
    readAt = isOutdated ? -Infinity : now()
    reading = undefined
  }

  return {
    /** The site of an `Authorization: Bearer …` header; `undefined` where it has no right to send. */
    async siteOf(header: string | undefined): Promise<string | undefined> {
      const digest = tokenDigest(/^Bearer ([\x21-\x7e]+)$/i.exec(header ?? '')?.[1] ?? '')
      if (first.has(digest)) return FIRST_SITE
      if (Math.abs(now() - readAt) >= TOKENS_FRESH_MS) {
        reading ??= read()
        await reading
      }
      const token = tokens.get(digest)
      const isOver = token?.endsAt !== undefined && token.endsAt <= now()
      return isOver ? undefined : token?.site
    },
    /** What was read is out of date. */
    outdate: () => {
      isOutdated = true
      readAt = -Infinity
    },
  }
}

export type IngestSites = ReturnType<typeof createIngestSites>
