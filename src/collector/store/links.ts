import type { Queryable } from './database.ts'

/**
 * Marks an admin link as used; returns false where it was used before. Kept in the database, so
 * that a restart does not make a used link good again. `expiresAt` and `now` in ms since 1970.
 */
export async function spendLink(
  source: Queryable,
  nonce: string,
  expiresAt: number,
  now: number,
): Promise<boolean> {
  await source.query('delete from spent_links where expires_at < $1', [now])
  const rows = await source.query(
    'insert into spent_links (nonce, expires_at) values ($1, $2) on conflict do nothing returning nonce',
    [nonce, expiresAt],
  )
  return rows.length > 0
}
