import type { Tally } from '../../vocabulary/tally.ts'
import type { Database } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
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
import { createPartitions } from './partitions.ts'
import { addTallies, dropRollupsBefore, readCells } from './tallies.ts'
import { dayOfHour } from './tally-row.ts'
import { endToken, listTokens, putToken, type StoredToken } from './tokens.ts'

/** Long enough for what has arrived to be read; nobody waits for a tally to be counted. */
const GATHER_MS = 10
const gather = () => new Promise((resolve) => setTimeout(resolve, GATHER_MS))

export type Store = Awaited<ReturnType<typeof createStore>>

/** The collector's store over an open database, whose tables it brings up to date. */
export async function createStore(database: Database) {
  await migrate(database)
  const partitions = createPartitions(database)
  const write = async (tallies: readonly Tally[], receivedAt: number) => {
    await partitions.ensure(tallies.map(({ hour }) => dayOfHour(hour)))
    try {
      return await addTallies(database, tallies, receivedAt)
    } catch (error) {
      partitions.forget()
      throw error
    }
  }
  return {
    engine: database.engine,
    addTallies: createGroupCommit(write, gather),
    readCells: (fromDay: number, toDay: number) => readCells(database, fromDay, toDay),
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
