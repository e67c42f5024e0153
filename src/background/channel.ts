import type { ChannelStatus } from '../messaging/protocol.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { FetchChannel } from './channel-fetch.ts'
import { type ChannelStore, type KeptChannel, packsOf } from './channel-store.ts'
import type { Effective } from './settings.ts'

interface Options {
  store: ChannelStore
  fetchChannel: FetchChannel
  /** ms since 1970. */
  now: () => number
}

type Source = Pick<Effective, 'channelUrl' | 'trustedKeys'>

/** Whether a kept set is still the one that the settings ask for. */
function holds(kept: KeptChannel, { channelUrl, trustedKeys }: Source): boolean {
  return kept.url === channelUrl && trustedKeys.includes(kept.key)
}

/**
 * The packs in force. What is fetched replaces them only if it is signed, fresh, whole and not
 * older; anything else leaves the last good set in force and says why.
 */
export function createChannel({ store, fetchChannel, now }: Options) {
  let cached: { kept: KeptChannel; packs: Pack[] } | undefined

  async function current(source: Source) {
    cached ??= await store.read().then((kept) => kept && { kept, packs: packsOf(kept) })
    return cached !== undefined && holds(cached.kept, source) ? cached : undefined
  }

  return {
    async packs(source: Source): Promise<Pack[]> {
      return (await current(source))?.packs ?? []
    },

    async status(source: Source): Promise<ChannelStatus> {
      return source.channelUrl === undefined ? { state: 'none' } : store.readStatus()
    },

    /** Looks for a newer version. Resolves to whether the packs in force have changed. */
    async poll(source: Source): Promise<boolean> {
      const { channelUrl, trustedKeys } = source
      if (channelUrl === undefined) {
        const had = cached !== undefined || (await store.read()) !== undefined
        cached = undefined
        await store.remove()
        return had
      }
      const had = await current(source)
      const fetched = await fetchChannel(channelUrl, trustedKeys, had?.kept)
      const checkedAt = now()
      if (!fetched.ok) {
        const { state, message } = fetched
        const force = had && { version: had.kept.version, expiresAt: had.kept.expiresAt }
        await store.writeStatus({ state, message, checkedAt, ...force })
        return false
      }
      const { kept, packs } = fetched
      if (had?.kept.version !== kept.version) await store.write(kept)
      cached = { kept, packs }
      const { version, expiresAt } = kept
      await store.writeStatus({ state: 'ok', checkedAt, version, expiresAt })
      return had?.kept.version !== version
    },
  }
}

export type ChannelFollower = ReturnType<typeof createChannel>
