import type { Queryable } from './database.ts'

/** One site's right to send. Of the token itself only its SHA-256 is kept. Times in ms since 1970. */
export interface StoredToken {
  id: string
  site: string
  digest: string
  createdAt: number
  /** After this moment it is no longer taken; for ever without. */
  endsAt?: number
}

/** Keeps a new token. */
export async function putToken(source: Queryable, token: StoredToken): Promise<void> {
  await source.query(
    'insert into ingest_tokens (id, site, digest, created_at, ends_at) values ($1, $2, $3, $4, $5)',
    [token.id, token.site, token.digest, token.createdAt, token.endsAt ?? null],
  )
}

/** Every token, those that have ended too, the oldest first. */
export async function listTokens(source: Queryable): Promise<StoredToken[]> {
  const rows = await source.query(
    `select id, site, digest, created_at::float8 as created_at, ends_at::float8 as ends_at
     from ingest_tokens order by created_at, id`,
  )
  return rows.map((row) => ({
    id: String(row.id),
    site: String(row.site),
    digest: String(row.digest),
    createdAt: Number(row.created_at),
    ...(row.ends_at === null ? {} : { endsAt: Number(row.ends_at) }),
  }))
}

/** Ends a token at a moment; returns whether there is one that would have lasted longer. */
export async function endToken(source: Queryable, id: string, at: number): Promise<boolean> {
  const rows = await source.query(
    `update ingest_tokens set ends_at = $2 where id = $1 and (ends_at is null or ends_at > $2)
     returning id`,
    [id, at],
  )
  return rows.length > 0
}
