import * as v from 'valibot'
import { CHANNEL_BYTES_MAX, type Channel, channelEnvelopeSchema } from '../vocabulary/channel.ts'
import { openChannel, openPack } from '../vocabulary/channel-bytes.ts'
import type { Overlay } from '../vocabulary/overlay.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { KeptChannel, KeptPack } from './channel-store.ts'
import { readLimited } from './read-limited.ts'

/** The channel and each pack must arrive within this time. */
export const FETCH_TIMEOUT_MS = 20_000

export type FetchedChannel =
  | { ok: true; kept: KeptChannel; packs: (Pack | Overlay)[] }
  | { ok: false; state: 'unreachable' | 'refused'; message: string }

interface Options {
  fetch: typeof globalThis.fetch
  /** ms since 1970. */
  now: () => number
}

const refused = (message: string) => ({ ok: false, state: 'refused', message }) as const
const unreachable = (message: string) => ({ ok: false, state: 'unreachable', message }) as const

/** Splits `…/v1/channels/<name>` into the name and the address of packs; `undefined` for other addresses. */
export function channelAddress(channelUrl: string): { name: string; packs: string } | undefined {
  const url = new URL(channelUrl)
  const found = /^(.*)\/channels\/([^/]+)\/?$/.exec(url.pathname)
  if (found === null) return undefined
  const [, base = '', name = ''] = found
  return { name, packs: `${url.origin}${base}/packs/` }
}

/** Fetches a channel and the packs it names, and believes nothing but what a trusted key has signed. */
export function createChannelFetch({ fetch, now }: Options) {
  async function get(url: string, max: number): Promise<Uint8Array | string> {
    let response: Response
    try {
      response = await fetch(url, {
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
      })
      if (!response.ok) return `answers ${response.status}`
      return (await readLimited(response, max)) ?? 'is larger than it may be'
    } catch {
      return 'can’t be reached'
    }
  }

  async function getPack(entry: Channel['packs'][number], base: string, had: KeptPack[]) {
    const same = had.find(({ sha256 }) => sha256 === entry.sha256)
    const bytes = same
      ? new TextEncoder().encode(same.text)
      : await get(base + entry.sha256, entry.bytes)
    if (typeof bytes === 'string') return unreachable(`The pack ‘${entry.id}’ ${bytes}.`)
    const opened = await openPack(bytes, entry)
    if (!opened.ok) return refused(`The pack ‘${entry.id}’ ${opened.faults[0]}.`)
    const text = new TextDecoder().decode(bytes)
    return { ok: true, pack: opened.pack, kept: { sha256: entry.sha256, text } } as const
  }

  /** `had` is what was good last: its version may not be undercut, its packs are not fetched again. */
  return async (
    url: string,
    trustedKeys: readonly string[],
    had: KeptChannel | undefined,
  ): Promise<FetchedChannel> => {
    const address = channelAddress(url)
    if (address === undefined)
      return refused(
        'The channel address does not end in /v1/channels/ and a name. Check it in the options.',
      )
    const bytes = await get(url, CHANNEL_BYTES_MAX * 2 + 1024)
    if (typeof bytes === 'string') return unreachable(`The channel ${bytes}.`)
    let envelope: unknown
    try {
      envelope = JSON.parse(new TextDecoder().decode(bytes))
    } catch {
      return refused('The channel file is not JSON. Check the channel address in the options.')
    }
    const at = new Date(now())
    const opened = await openChannel(envelope, trustedKeys, at, had?.version ?? 0, address.name)
    if (!opened.ok) return refused(`The channel file ${opened.message}.`)
    const { channel } = opened
    const packs: (Pack | Overlay)[] = []
    const keptPacks: KeptPack[] = []
    for (const entry of channel.packs) {
      const got = await getPack(entry, address.packs, had?.packs ?? [])
      if (!got.ok) return got
      packs.push(got.pack)
      keptPacks.push(got.kept)
    }
    const { key } = v.parse(channelEnvelopeSchema, envelope)
    const { version, expiresAt } = channel
    return { ok: true, packs, kept: { url, key, version, expiresAt, packs: keptPacks } }
  }
}

export type FetchChannel = ReturnType<typeof createChannelFetch>
