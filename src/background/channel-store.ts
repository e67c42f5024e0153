import * as v from 'valibot'
import type { ChannelStatus } from '../messaging/protocol.ts'
import type { Overlay } from '../vocabulary/overlay.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { readContentBytes } from '../vocabulary/pack-bytes.ts'
import type { Area } from './area.ts'

const keptPack = v.object({ sha256: v.string(), text: v.string() })
const keptChannel = v.object({
  /** Where it came from, and the key that signed it: it holds for no other. */
  url: v.string(),
  key: v.string(),
  version: v.number(),
  expiresAt: v.string(),
  packs: v.array(keptPack),
})
const status = v.object({
  state: v.picklist(['none', 'ok', 'unreachable', 'refused']),
  message: v.optional(v.string()),
  version: v.optional(v.number()),
  expiresAt: v.optional(v.string()),
  checkedAt: v.optional(v.number()),
})

/** The last good set, as its verified bytes. */
export type KeptChannel = v.InferOutput<typeof keptChannel>
export type KeptPack = v.InferOutput<typeof keptPack>

const CHANNEL_KEY = 'channel'
const STATUS_KEY = 'channel-status'

/** Keeps the last good set in one key, so that no pack of another time is ever mixed in. */
export function createChannelStore(local: Area) {
  return {
    async read(): Promise<KeptChannel | undefined> {
      const read = v.safeParse(keptChannel, (await local.get(CHANNEL_KEY))[CHANNEL_KEY])
      return read.success ? read.output : undefined
    },
    write: (kept: KeptChannel) => local.set({ [CHANNEL_KEY]: kept }),
    remove: () => local.remove([CHANNEL_KEY, STATUS_KEY]),
    async readStatus(): Promise<ChannelStatus> {
      const read = v.safeParse(status, (await local.get(STATUS_KEY))[STATUS_KEY])
      return read.success ? read.output : { state: 'none' }
    },
    writeStatus: (now: ChannelStatus) => local.set({ [STATUS_KEY]: now }),
  }
}

export type ChannelStore = ReturnType<typeof createChannelStore>

/** The packs and overlays of a kept set, read again: a newer Handrail may refuse what an older one took. */
export function packsOf(kept: KeptChannel): (Pack | Overlay)[] {
  return kept.packs.flatMap(({ text }) => {
    const read = readContentBytes(new TextEncoder().encode(text))
    return read.ok ? [read.pack] : []
  })
}
