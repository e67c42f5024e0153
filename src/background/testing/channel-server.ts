import type { Channel } from '../../vocabulary/channel.ts'
import { sealChannel } from '../../vocabulary/channel-bytes.ts'
import type { Overlay } from '../../vocabulary/overlay.ts'
import type { Pack } from '../../vocabulary/pack.ts'
import { createKeyPair, sha256Hex } from '../../vocabulary/signature.ts'

export const CHANNEL_URL = 'https://c.example.org/v1/channels/main'
const DAY_MS = 86_400_000

/** A channel server in memory: what it serves can be changed, broken or switched off. */
export async function createChannelServer(now: () => number) {
  const keys = await createKeyPair()
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  const asked: string[] = []
  let isUp = true
  return {
    publicKey: keys.publicKey,
    files,
    asked,
    setUp: (up: boolean) => {
      isUp = up
    },
    async publish(
      pack: Pack | Overlay,
      version: number,
      change: Partial<Channel> = {},
    ): Promise<void> {
      const bytes = new TextEncoder().encode(JSON.stringify(pack))
      const sha256 = await sha256Hex(bytes)
      const envelope = await sealChannel(
        {
          format: 'handrail.channel/1',
          channel: 'main',
          version,
          issuedAt: new Date(now() - 1000).toISOString(),
          expiresAt: new Date(now() + DAY_MS).toISOString(),
          packs: [{ id: pack.id, version: pack.version, sha256, bytes: bytes.length }],
          ...change,
        },
        keys.secretKey,
      )
      files.set(CHANNEL_URL, new TextEncoder().encode(JSON.stringify(envelope)))
      files.set(`https://c.example.org/v1/packs/${sha256}`, bytes)
    },
    fetch: async (input: RequestInfo | URL): Promise<Response> => {
      if (!isUp) throw new TypeError('Failed to fetch')
      asked.push(String(input))
      const file = files.get(String(input))
      return file === undefined ? new Response(null, { status: 404 }) : new Response(file)
    },
  }
}
