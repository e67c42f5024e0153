import { verifyChannel } from '../../vocabulary/channel-bytes.ts'
import type { Database } from '../store/database.ts'
import { listChannels } from '../store/packs.ts'
import { bad, type Finding, good, watch } from './finding.ts'

const DAY_MS = 86_400_000
/** Days before its end from which on a channel should be published anew. */
const RENEW_DAYS = 7

/** Whether every channel is signed by a key that is trusted, and how long it still holds. */
export async function lookAtChannels(
  database: Database,
  trustedKeys: readonly string[],
  now: number,
): Promise<Finding[]> {
  const channels = await listChannels(database)
  if (channels.length === 0)
    return [watch('channel', 'nothing is published yet: handrail publish does it')]
  return Promise.all(
    channels.map(async ({ name, envelope }) => {
      const about = `channel ${name}`
      const opened = await verifyChannel(JSON.parse(envelope), [...trustedKeys])
      if (!opened.ok)
        return bad(
          about,
          `what is on it ${opened.message}: publish it anew with a key that is trusted`,
        )
      const days = Math.floor((Date.parse(opened.channel.expiresAt) - now) / DAY_MS)
      if (days < 0) return bad(about, 'it has ended, and browsers show none of it: publish it anew')
      if (days < RENEW_DAYS)
        return watch(about, `it ends in ${days} days, and help with it: publish it anew`)
      return good(about, `signed, holds for ${days} days`)
    }),
  )
}
