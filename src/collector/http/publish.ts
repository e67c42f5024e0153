import type { Channel } from '../../vocabulary/channel.ts'
import { type ChannelRefusal, openChannel } from '../../vocabulary/channel-bytes.ts'
import { readContentBytes } from '../../vocabulary/pack-bytes.ts'
import { sha256Hex } from '../../vocabulary/signature.ts'
import type { PackFacts, StoredPack } from '../store/packs.ts'
import { type Problem, problem } from './problem.ts'

type Checked<Value> = { value: Value } | { problem: Problem }

function refusal(status: number, error: string, message: string): { problem: Problem } {
  return { problem: problem(status, error, message) }
}

/** Whether bytes are a pack that may be kept under `sha256`. */
export async function checkPack(bytes: Uint8Array, sha256: string): Promise<Checked<StoredPack>> {
  if ((await sha256Hex(bytes)) !== sha256)
    return refusal(
      422,
      'hash-mismatch',
      'The SHA-256 of the body is not the one in the address. Send the pack unchanged.',
    )
  const read = readContentBytes(bytes)
  if (!read.ok)
    return refusal(
      422,
      'bad-pack',
      `The pack does not fit its format: ${read.faults.slice(0, 5).join('; ')}`,
    )
  return { value: { sha256, id: read.pack.id, version: read.pack.version, bytes } }
}

/** What the collector answers to each reason for which a channel file is refused. */
const REFUSALS: Record<ChannelRefusal, { status: number; error: string; remedy: string }> = {
  format: {
    status: 422,
    error: 'bad-channel',
    remedy: 'Publish it with this release of handrail.',
  },
  untrusted: {
    status: 403,
    error: 'untrusted-key',
    remedy: 'Start the collector with --trust and your public key.',
  },
  signature: { status: 403, error: 'bad-signature', remedy: 'Sign and publish it again.' },
  'wrong-channel': { status: 422, error: 'other-channel', remedy: 'Put it there.' },
  future: { status: 422, error: 'future', remedy: 'Then publish it again.' },
  expired: { status: 422, error: 'expired', remedy: 'Publish a fresh one.' },
  rollback: { status: 409, error: 'old-version', remedy: 'Publish with a higher version.' },
}

/**
 * Reads a channel file that a trusted key has signed. The signature is checked over the raw bytes
 * before anything in them is parsed. `now` in ms since 1970.
 */
export async function checkEnvelope(
  raw: unknown,
  name: string,
  trustedKeys: readonly string[],
  now: number,
): Promise<Checked<Channel>> {
  const opened = await openChannel(raw, trustedKeys, new Date(now), 0, name)
  if (opened.ok) return { value: opened.channel }
  const { status, error, remedy } = REFUSALS[opened.reason]
  return refusal(status, error, `The channel file ${opened.message}. ${remedy}`)
}

/** Why `next` may not follow the `current` channel file; nothing where it may. */
export function successionProblem(
  next: Channel,
  current: Channel | undefined,
  isRollback: boolean,
): Problem | undefined {
  if (current === undefined) return undefined
  if (next.version <= current.version)
    return problem(
      409,
      'old-version',
      `The channel is at version ${current.version}. Publish with a higher version than that.`,
    )
  if (isRollback) return undefined
  for (const { id, version } of next.packs) {
    const before = current.packs.find((pack) => pack.id === id)
    if (before !== undefined && version < before.version)
      return problem(
        409,
        'old-pack',
        `Pack '${id}' is at version ${before.version} on this channel, and ${version} is older. To go back on purpose, roll back (?rollback=1).`,
      )
  }
  return undefined
}

/** Why the packs that a channel file lists can't be served; nothing where all are there. */
export function packListProblem(next: Channel, kept: readonly PackFacts[]): Problem | undefined {
  const seen = new Set<string>()
  for (const listed of next.packs) {
    if (seen.has(listed.id))
      return problem(422, 'pack-twice', `Pack '${listed.id}' is listed twice. List it once.`)
    seen.add(listed.id)
    const facts = kept.find(({ sha256 }) => sha256 === listed.sha256)
    if (facts === undefined)
      return problem(
        422,
        'pack-missing',
        `Pack '${listed.id}' version ${listed.version} is not here. Put it at /v1/packs/${listed.sha256} first.`,
      )
    if (facts.id !== listed.id || facts.version !== listed.version || facts.bytes !== listed.bytes)
      return problem(
        422,
        'pack-differs',
        `The channel file lists '${listed.id}' version ${listed.version} (${listed.bytes} bytes), but that hash is '${facts.id}' version ${facts.version} (${facts.bytes} bytes).`,
      )
  }
  return undefined
}
