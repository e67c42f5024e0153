import type { Note } from '../../vocabulary/note.ts'
import type { Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import { spendLink } from './links.ts'
import { migrate } from './migrations.ts'
import { addNotes, deleteNote, dropNotesBefore, forgetNoteUids, readNotes } from './notes.ts'
import {
  findChannel,
  findPackBytes,
  findPackFacts,
  listChannels,
  putChannel,
  putPack,
  type StoredChannel,
  type StoredPack,
} from './packs.ts'
import { createSqlSignals, type SignalStore } from './signals.ts'
import { endToken, listTokens, putToken, type StoredToken } from './tokens.ts'

/** Long enough for what has arrived to be read; nobody waits for a tally to be counted. */
const GATHER_MS = 10
const gather = () => new Promise((resolve) => setTimeout(resolve, GATHER_MS))

export type Store = Awaited<ReturnType<typeof createStore>>

/**
 * The collector's store over an open database, whose tables it brings up to date. Records are kept
 * in it too, or in a store of their own.
 */
export async function createStore(database: Database, apart?: SignalStore) {
  await migrate(database)
  const signals = apart ?? createSqlSignals(database)
  return {
    engine: apart === undefined ? database.engine : (`${database.engine}+clickhouse` as const),
    addTallies: createGroupCommit(signals.add, gather),
    readCells: signals.readCells,
    dropTalliesBefore: signals.dropTalliesBefore,
    dropRollupsBefore: signals.dropRollupsBefore,
    addNotes: (notes: readonly Note[]) => addNotes(database, notes),
    readNotes: (fromDay: number, toDay: number) => readNotes(database, fromDay, toDay),
    deleteNote: (id: string) => deleteNote(database, id),
    forgetNoteUids: (day: number) => forgetNoteUids(database, day),
    dropNotesBefore: (day: number) => dropNotesBefore(database, day),
    putToken: (token: StoredToken) => putToken(database, token),
    listTokens: () => listTokens(database),
    endToken: (id: string, at: number) => endToken(database, id, at),
    putPack: (pack: StoredPack) => putPack(database, pack),
    findPackBytes: (sha256: string) => findPackBytes(database, sha256),
    findPackFacts: (hashes: readonly string[]) => findPackFacts(database, hashes),
    putChannel: (channel: StoredChannel, previousVersion: number) =>
      putChannel(database, channel, previousVersion),
    listChannels: () => listChannels(database),
    findChannel: (name: string) => findChannel(database, name),
    spendLink: (nonce: string, expiresAt: number, now: number) =>
      spendLink(database, nonce, expiresAt, now),
    /** Rejects where a database does not answer. */
    ping: async () => {
      await database.query('select 1')
      await signals.ping()
    },
    close: () => database.close(),
  }
}
