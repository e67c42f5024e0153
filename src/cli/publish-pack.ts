import * as v from 'valibot'
import {
  CHANNEL_FORMAT,
  CHANNEL_LIFETIME_MS,
  type Channel,
  channelSchema,
} from '../vocabulary/channel.ts'
import { sealChannel, verifyChannel } from '../vocabulary/channel-bytes.ts'
import { identifier } from '../vocabulary/identifier.ts'
import { publicKeyOf } from '../vocabulary/signature.ts'
import { createCollectorClient } from './collector-client.ts'
import { type CompiledPack, compilePack } from './compile-pack.ts'
import type { Environment } from './environment.ts'
import { lintPack } from './lint-pack.ts'
import { failure, type Result, success } from './result.ts'

export interface PublishOptions {
  /** The pack's source folder. */
  folder: string
  /** Of an overlay: the folder of the pack that it extends. */
  base?: string
  collectorUrl: string
  channel: string
  /** Ed25519, base64. */
  secretKey: string
  token: string
  /** Public keys, beside our own, that may have signed what is on the channel now. */
  trustedKeys?: readonly string[]
  /** Where the content has changed and its version has not: take the next version. */
  bump?: boolean
}

export interface Published {
  pack: string
  version: number
  sha256: string
  bytes: number
  channel: string
  channelVersion: number
  expiresAt: string
  /** `renewed`: the same pack was on the channel, which now holds for longer. */
  outcome: 'published' | 'renewed'
  warnings: string[]
}

/**
 * Checks, signs and publishes the pack in a folder. Fails, with what to do about it, where lint
 * finds errors, the version is not new, the channel is signed by a stranger, or the collector says
 * no. Nothing is on the channel until the last request has succeeded.
 */
export async function publishPack(
  options: PublishOptions,
  world: Pick<Environment, 'fetch' | 'now' | 'readFile' | 'listFolder'>,
): Promise<Result<Published>> {
  if (!v.is(identifier, options.channel))
    return failure(`a channel has a kebab-case name, such as pilot (not '${options.channel}')`)
  const client = createCollectorClient(world.fetch, options.collectorUrl, options.token)
  if (!client.ok) return client
  const { sound, errors, warnings } = await lintPack(options.folder, world, options.base)
  if (sound === undefined) return failure(errors.join('\n'))

  const current = await currentChannel(client.value.getChannel, options)
  if (!current.ok) return current
  const entry = current.value?.packs.find(({ id }) => id === sound.pack.id)
  const compiled = await versioned(sound.source, entry, options.bump ?? false)
  if (!compiled.ok) return compiled
  const { pack, bytes, sha256 } = compiled.value

  const now = world.now().getTime()
  const others = (current.value?.packs ?? []).filter(({ id }) => id !== pack.id)
  const channel: Channel = {
    format: CHANNEL_FORMAT,
    channel: options.channel,
    version: (current.value?.version ?? 0) + 1,
    issuedAt: new Date(now).toISOString(),
    expiresAt: new Date(now + CHANNEL_LIFETIME_MS).toISOString(),
    packs: [...others, { id: pack.id, version: pack.version, sha256, bytes: bytes.length }],
  }
  if (!v.is(channelSchema, channel))
    return failure(`the channel '${options.channel}' is full: publish to another one`)

  const sent = await client.value.putPack(sha256, bytes)
  if (!sent.ok) return sent
  const released = await client.value.putChannel(
    options.channel,
    await sealChannel(channel, options.secretKey),
  )
  if (!released.ok) return released
  return success({
    pack: pack.id,
    version: pack.version,
    sha256,
    bytes: bytes.length,
    channel: options.channel,
    channelVersion: channel.version,
    expiresAt: channel.expiresAt,
    outcome: entry?.sha256 === sha256 ? 'renewed' : 'published',
    warnings,
  })
}

/** What is on the channel now. That it has ended is no fault here: publishing renews it. */
async function currentChannel(
  getChannel: (name: string) => Promise<Result<unknown>>,
  { channel: name, secretKey, trustedKeys = [] }: PublishOptions,
): Promise<Result<Channel | undefined>> {
  const envelope = await getChannel(name)
  if (!envelope.ok) return envelope
  if (envelope.value === undefined) return success(undefined)
  const opened = await verifyChannel(envelope.value, [await publicKeyOf(secretKey), ...trustedKeys])
  if (!opened.ok) {
    const remedy =
      opened.reason === 'untrusted'
        ? 'if that key is a colleague’s, add it with --trust KEY'
        : 'ask who runs the collector what happened to it; nothing was published'
    return failure(`what is on the channel '${name}' ${opened.message}; ${remedy}`)
  }
  if (opened.channel.channel !== name)
    return failure(
      `what is on the channel '${name}' belongs to '${opened.channel.channel}': ask who runs the collector; nothing was published`,
    )
  return success(opened.channel)
}

/** The pack with the version that it goes out under. */
async function versioned(
  source: object,
  entry: Channel['packs'][number] | undefined,
  bump: boolean,
): Promise<Result<CompiledPack>> {
  const asWritten = await compilePack(source)
  if (!asWritten.ok || entry === undefined || asWritten.value.pack.version > entry.version)
    return asWritten
  const asPublished = await compilePack({ ...source, version: entry.version })
  if (!asPublished.ok) return asPublished
  const isSame = asPublished.value.sha256 === entry.sha256
  if (isSame && (bump || asWritten.value.pack.version === entry.version)) return asPublished
  if (bump) return compilePack({ ...source, version: entry.version + 1 })
  return failure(
    `version ${entry.version} of '${entry.id}' is on the channel already: raise 'version' in pack.yaml above it (it is ${asWritten.value.pack.version}), or use --bump`,
  )
}
