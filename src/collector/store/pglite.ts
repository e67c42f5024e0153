import { closeSync, fsyncSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, Queryable, Row } from './database.ts'

function queryable(source: PGlite | Transaction): Queryable {
  return {
    async query(sql, params = []) {
      return (await source.query<Row>(sql, [...params])).rows
    },
    async copy(into, text) {
      await source.query(`copy ${into} from '/dev/blob'`, [], { blob: new Blob([text]) })
    },
  }
}

/** The part of the engine's file system through which it asks for a file to be on disk. */
interface FileStreams {
  stream_ops: { fsync?: (stream: { nfd: number }) => number }
}

function streamsOf(pglite: PGlite): FileStreams | undefined {
  const engine: unknown = pglite.Module
  const has = (value: unknown): value is { NODEFS: FileStreams } =>
    typeof value === 'object' && value !== null && 'NODEFS' in value
  return has(engine) ? engine.NODEFS : undefined
}

/** PGlite's own settings but `-F`, by which it leaves it to the system when a commit is on disk. */
const DURABLE = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
]

/** A new folder is there after a power cut only once its parent says so on disk. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * PostgreSQL inside this process: in `folder`, or in memory where none is given. In a folder a
 * commit is on disk before it is answered: PGlite by itself syncs nothing, since its file system
 * for Node has no `fsync`, so that one is put in.
 */
export async function openPglite(folder?: string): Promise<Database> {
  const pglite =
    folder === undefined
      ? await PGlite.create()
      : await PGlite.create(folder, { startParams: DURABLE })
  const streams = folder === undefined ? undefined : streamsOf(pglite)
  if (folder !== undefined) {
    if (streams === undefined) throw new Error('this PGlite gives no access to its files')
    streams.stream_ops.fsync = ({ nfd }) => {
      fsyncSync(nfd)
      return 0
    }
    await pglite.query('checkpoint')
    syncFolder(folder)
    syncFolder(dirname(folder))
  }
  return {
    engine: 'pglite',
    ...queryable(pglite),
    transaction: (work) => pglite.transaction((tx) => work(queryable(tx))),
    close: () => pglite.close(),
  }
}
