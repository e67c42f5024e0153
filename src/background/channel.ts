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
 * older; anything else leaves the last good set in force and says why. No set outlives the date that
 * was signed with it: whoever keeps newer ones away could otherwise keep a withdrawn one in use.
 */
export function createChannel({ store, fetchChannel, now }: Options) {
  let cached: { kept: KeptChannel; packs: Pack[] } | undefined

  async function current(source: Source) {
    cached ??= await store.read().then((kept) => kept && { kept, packs: packsOf(kept) })
    return cached !== undefined && holds(cached.kept, source) ? cached : undefined
  }

  const isOver = ({ expiresAt }: KeptChannel) => !(Date.parse(expiresAt) > now())
  /** The channel version whose end pages have been told of. */
  let ended: number | undefined

  return {
    async packs(source: Source): Promise<Pack[]> {
      const had = await current(source)
      return had === undefined || isOver(had.kept) ? [] : had.packs
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
        const hasEnded = had !== undefined && isOver(had.kept) && ended !== had.kept.version
        if (hasEnded) ended = had.kept.version
        return hasEnded
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
