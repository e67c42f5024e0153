import * as v from 'valibot'
import {
  CHANNEL_BYTES_MAX,
  type Channel,
  type ChannelEnvelope,
  channelEnvelopeSchema,
  channelSchema,
} from './channel.ts'
import { readJsonBytes } from './json-bytes.ts'
import type { Overlay } from './overlay.ts'
import type { Pack } from './pack.ts'
import { canonicalJsonBytes, readContentBytes } from './pack-bytes.ts'
import { fromBase64, isSigned, publicKeyOf, sha256Hex, sign, toBase64 } from './signature.ts'

/** How far ahead of ours the publisher's clock may be. */
export const CLOCK_SKEW_MS = 86_400_000

export type ChannelRefusal =
  | 'format'
  | 'untrusted'
  | 'signature'
  | 'wrong-channel'
  | 'future'
  | 'expired'
  | 'rollback'

export type OpenedChannel =
  | { ok: true; channel: Channel }
  | { ok: false; reason: ChannelRefusal; message: string }

function refuse(reason: ChannelRefusal, message: string): OpenedChannel {
  return { ok: false, reason, message }
}

/**
 * Reads a channel file whatever its age: the signature over the raw bytes first, by a key that is
 * trusted, and only then what they say. `trustedKeys` are Ed25519 public keys in base64. For who
 * publishes; who follows a channel uses `openChannel`. Never throws.
 */
export async function verifyChannel(
  envelope: unknown,
  trustedKeys: readonly string[],
): Promise<OpenedChannel> {
  const read = v.safeParse(channelEnvelopeSchema, envelope)
  if (!read.success)
    return refuse('format', 'is not a channel file: payload, signature and key in base64')
  const { payload, signature, key } = read.output
  if (!trustedKeys.includes(key))
    return refuse('untrusted', `is signed with a key that is not trusted here: ${key}`)
  const bytes = fromBase64(payload)
  if (!(await isSigned(bytes, signature, key)))
    return refuse('signature', 'has a signature that does not fit: it was changed after signing')
  const json = readJsonBytes(bytes, CHANNEL_BYTES_MAX)
  if (!json.ok) return refuse('format', `is signed, but ${json.fault}`)
  const parsed = v.safeParse(channelSchema, json.value)
  if (!parsed.success) {
    const where = v.getDotPath(parsed.issues[0])
    return refuse(
      'format',
      `is signed, but not in a form that is known here${where ? `: ${where}` : ''}`,
    )
  }
  const ids = parsed.output.packs.map(({ id }) => id)
  if (new Set(ids).size < ids.length) return refuse('format', 'is signed, but names a pack twice')
  return { ok: true, channel: parsed.output }
}

/**
 * Reads a channel file for use: signed by a trusted key, of this channel where `name` says which,
 * neither expired nor from the future at `now`, and not older than version `atLeast`, the newest
 * that was seen (0 where none was). Never throws.
 */
export async function openChannel(
  envelope: unknown,
  trustedKeys: readonly string[],
  now: Date,
  atLeast: number,
  name?: string,
): Promise<OpenedChannel> {
  const opened = await verifyChannel(envelope, trustedKeys)
  if (!opened.ok) return opened
  const { channel, version, issuedAt, expiresAt } = opened.channel
  if (name !== undefined && channel !== name)
    return refuse('wrong-channel', `belongs to the channel '${channel}', not '${name}'`)
  if (Date.parse(issuedAt) > now.getTime() + CLOCK_SKEW_MS)
    return refuse('future', `was issued on ${issuedAt}: check the clock of this computer`)
  if (Date.parse(expiresAt) <= now.getTime())
    return refuse('expired', `ended on ${expiresAt}: publish to the channel again`)
  if (version < atLeast)
    return refuse('rollback', `is version ${version}, older than ${atLeast}, which was seen before`)
  return opened
}

/** Signs a channel: the file as it is served. Throws on a secret key of the wrong length. */
export async function sealChannel(channel: Channel, secretKey: string): Promise<ChannelEnvelope> {
  const bytes = canonicalJsonBytes(channel)
  return {
    payload: toBase64(bytes),
    signature: await sign(bytes, secretKey),
    key: await publicKeyOf(secretKey),
  }
}

export type OpenedPack = { ok: true; pack: Pack | Overlay } | { ok: false; faults: string[] }

/**
 * Reads the bytes of a pack that a verified channel names: they must be exactly those, before they
 * are parsed, and must hold the pack and version that the channel says. Never throws.
 */
export async function openPack(
  bytes: Uint8Array,
  entry: Channel['packs'][number],
): Promise<OpenedPack> {
  if (bytes.length !== entry.bytes || (await sha256Hex(bytes)) !== entry.sha256)
    return { ok: false, faults: ['is not the pack that the channel names: its bytes differ'] }
  const read = readContentBytes(bytes)
  if (!read.ok) return read
  const { id, version } = read.pack
  if (id !== entry.id || version !== entry.version)
    return {
      ok: false,
      faults: [`is ${id} ${version}, where the channel names ${entry.id} ${entry.version}`],
    }
  return read
}
