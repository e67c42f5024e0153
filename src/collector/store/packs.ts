import type { Queryable } from './database.ts'

export interface StoredPack {
  sha256: string
  id: string
  version: number
  bytes: Uint8Array
}

/** What a channel file says about a pack. */
export interface PackFacts {
  sha256: string
  id: string
  version: number
  bytes: number
}

export interface StoredChannel {
  name: string
  version: number
  /** The envelope as it was put, to the byte. */
  envelope: string
}

/** Keeps a pack; returns whether it is a new one. */
export async function putPack(source: Queryable, pack: StoredPack): Promise<boolean> {
  const rows = await source.query(
    `insert into packs (sha256, id, version, bytes) values ($1, $2, $3, $4)
     on conflict (sha256) do nothing returning sha256`,
    [pack.sha256, pack.id, pack.version, pack.bytes],
  )
  return rows.length > 0
}

/** A pack's bytes as they were put. */
export async function findPackBytes(source: Queryable, sha256: string) {
  const [row] = await source.query('select bytes from packs where sha256 = $1', [sha256])
  return row?.bytes instanceof Uint8Array ? row.bytes : undefined
}

/** Id, version and length of those of the packs that are kept. */
export async function findPackFacts(
  source: Queryable,
  hashes: readonly string[],
): Promise<PackFacts[]> {
  const rows = await source.query(
    `select sha256, id, version::float8 as version, length(bytes) as bytes from packs
     where sha256 in (select jsonb_array_elements_text($1::text::jsonb))`,
    [JSON.stringify(hashes)],
  )
  return rows.map((row) => ({
    sha256: String(row.sha256),
    id: String(row.id),
    version: Number(row.version),
    bytes: Number(row.bytes),
  }))
}

/**
 * Puts a channel file in place of the one of `previousVersion` (0: there was none). Returns false
 * where another publisher came first.
 */
export async function putChannel(
  source: Queryable,
  channel: StoredChannel,
  previousVersion: number,
): Promise<boolean> {
  const rows = await source.query(
    `insert into channels (name, version, envelope) values ($1, $2, $3)
     on conflict (name) do update set version = excluded.version, envelope = excluded.envelope
       where channels.version = $4 and channels.version < excluded.version
     returning name`,
    [channel.name, channel.version, channel.envelope, previousVersion],
  )
  return rows.length > 0
}

/** Every channel file that is being served. */
export async function listChannels(source: Queryable): Promise<StoredChannel[]> {
  const rows = await source.query(
    'select name, version::float8 as version, envelope from channels order by name',
  )
  return rows.map((row) => ({
    name: String(row.name),
    version: Number(row.version),
    envelope: String(row.envelope),
  }))
}

/** The channel file of a name. */
export async function findChannel(source: Queryable, name: string) {
  return (await listChannels(source)).find((channel) => channel.name === name)
}
