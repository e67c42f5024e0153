import type { Tally } from '../../vocabulary/tally.ts'
import type { Database } from './database.ts'
import { spendLink } from './links.ts'
import { migrate } from './migrations.ts'
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
import { addTallies, dropTalliesBefore, readCells } from './tallies.ts'

export type Store = Awaited<ReturnType<typeof createStore>>

/** The collector's store over an open database, whose tables it brings up to date. */
export async function createStore(database: Database) {
  await migrate(database)
  return {
    engine: database.engine,
    addTallies: (tallies: readonly Tally[], receivedAt: number) =>
      addTallies(database, tallies, receivedAt),
    readCells: (fromDay: number, toDay: number) => readCells(database, fromDay, toDay),
    dropTalliesBefore: (day: number) => dropTalliesBefore(database, day),
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
