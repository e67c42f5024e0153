import type { ChannelStatus } from '../messaging/protocol.ts'
import type { Overlay } from '../vocabulary/overlay.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { type PacksInForce, packsInForce } from '../walkthroughs/packs-in-force.ts'
import type { FetchChannel } from './channel-fetch.ts'
import { type ChannelStore, type KeptChannel, packsOf } from './channel-store.ts'
import type { Effective } from './settings.ts'

interface Options {
  store: ChannelStore
  fetchChannel: FetchChannel
  /** ms since 1970. */
  now: () => number
  report: (error: unknown) => void
}

/** What could not be taken of overlays is told of so many times at most. */
const LEFT_OUT_MAX = 20

type Source = Pick<Effective, 'channelUrl' | 'trustedKeys'>
/** Overlays are for some and not for others. */
type Reader = Source & Pick<Effective, 'roles' | 'department' | 'cohort'>

/** Whether a kept set is still the one that the settings ask for. */
function holds(kept: KeptChannel, { channelUrl, trustedKeys }: Source): boolean {
  return kept.url === channelUrl && trustedKeys.includes(kept.key)
}

/**
 * The packs in force. What is fetched replaces them only if it is signed, fresh, whole and not
 * older; anything else leaves the last good set in force and says why. No set outlives the date that
 * was signed with it: whoever keeps newer ones away could otherwise keep a withdrawn one in use.
 */
export function createChannel({ store, fetchChannel, now, report }: Options) {
  let cached: { kept: KeptChannel; packs: (Pack | Overlay)[] } | undefined
  let merged: { of: readonly (Pack | Overlay)[]; key: string; force: PacksInForce } | undefined

  async function current(source: Source) {
    cached ??= await store.read().then((kept) => kept && { kept, packs: packsOf(kept) })
    return cached !== undefined && holds(cached.kept, source) ? cached : undefined
  }

  const isOver = ({ expiresAt }: KeptChannel) => !(Date.parse(expiresAt) > now())
  /** The channel version whose end pages have been told of. */
  let ended: number | undefined
  /** What is in force could not be kept, and would be gone with the worker. */
  let isUnkept = false

  /** Whether it could be kept. On a full disk what was fetched holds nevertheless: it may take a pack back. */
  async function tryToKeep(write: Promise<void>): Promise<boolean> {
    try {
      await write
      return true
    } catch (error) {
      report(error)
      return false
    }
  }

  /** The packs for a reader, with their overlays: laid over once, until either is another. */
  async function inForce(reader: Reader): Promise<PacksInForce> {
    const had = await current(reader)
    if (had === undefined || isOver(had.kept)) return { packs: [], leftOut: [] }
    const { roles, department, cohort } = reader
    const key = JSON.stringify([roles, department, cohort])
    if (merged?.of !== had.packs || merged.key !== key)
      merged = { of: had.packs, key, force: packsInForce(had.packs, { roles, department, cohort }) }
    return merged.force
  }

  return {
    packs: async (reader: Reader): Promise<Pack[]> => (await inForce(reader)).packs,

    async status(reader: Reader): Promise<ChannelStatus> {
      if (reader.channelUrl === undefined) return { state: 'none' }
      const [status, { leftOut }] = [await store.readStatus(), await inForce(reader)]
      return leftOut.length > 0 ? { ...status, leftOut: leftOut.slice(0, LEFT_OUT_MAX) } : status
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
        await tryToKeep(store.writeStatus({ state, message, checkedAt, ...force }))
        const hasEnded = had !== undefined && isOver(had.kept) && ended !== had.kept.version
        if (hasEnded) ended = had.kept.version
        return hasEnded
      }
      const { kept, packs } = fetched
      const { version, expiresAt } = kept
      const isNew = had?.kept.version !== version
      cached = { kept, packs }
      if (isNew || isUnkept) isUnkept = !(await tryToKeep(store.write(kept)))
      await tryToKeep(store.writeStatus({ state: 'ok', checkedAt, version, expiresAt }))
      return isNew
    },
  }
}

export type ChannelFollower = ReturnType<typeof createChannel>
