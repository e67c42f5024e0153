import { createHash, timingSafeEqual } from 'node:crypto'

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** What is kept of a token: its SHA-256 in hex. */
export function tokenDigest(token: string): string {
  return digest(token).toString('hex')
}

/**
 * A check of an `Authorization: Bearer …` header against the tokens. Digests of one length are
 * compared, and all of them, so that the time taken tells nothing about any token.
 */
export function createBearerCheck(tokens: readonly string[]) {
  const known = tokens.filter((token) => token !== '').map(digest)
  return (header: string | undefined): boolean => {
    const given = digest(/^Bearer ([\x21-\x7e]+)$/i.exec(header ?? '')?.[1] ?? '')
    return known.map((token) => timingSafeEqual(token, given)).includes(true)
  }
}
