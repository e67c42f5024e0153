import type { Note } from '../../vocabulary/note.ts'
import type { Tally } from '../../vocabulary/tally.ts'
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
import { createPartitions } from './partitions.ts'
import { addTallies, dayOfHour, dropRollupsBefore, readCells } from './tallies.ts'
import { endToken, listTokens, putToken, type StoredToken } from './tokens.ts'

export type Store = Awaited<ReturnType<typeof createStore>>

/** The collector's store over an open database, whose tables it brings up to date. */
export async function createStore(database: Database) {
  await migrate(database)
  const partitions = createPartitions(database)
  const write = async (tallies: readonly Tally[], receivedAt: number) => {
    await partitions.ensure(tallies.map(({ hour }) => dayOfHour(hour)))
    return addTallies(database, tallies, receivedAt)
  }
  return {
    engine: database.engine,
    addTallies: createGroupCommit(write),
    readCells: (fromDay: number, toDay: number) => readCells(database, fromDay, toDay),
    addNotes: (notes: readonly Note[]) => addNotes(database, notes),
    readNotes: (fromDay: number, toDay: number) => readNotes(database, fromDay, toDay),
    deleteNote: (id: string) => deleteNote(database, id),
    forgetNoteUids: (day: number) => forgetNoteUids(database, day),
    dropNotesBefore: (day: number) => dropNotesBefore(database, day),
    dropTalliesBefore: partitions.dropBefore,
    dropRollupsBefore: (day: number) => dropRollupsBefore(database, day),
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
    /** Rejects where the database does not answer. */
    ping: async () => {
      await database.query('select 1')
    },
    close: () => database.close(),
  }
}
