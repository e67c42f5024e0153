import * as v from 'valibot'
import {
  CHANNEL_BYTES_MAX,
  type Channel,
  channelEnvelopeSchema,
  channelSchema,
} from '../../vocabulary/channel.ts'
import { packSchema } from '../../vocabulary/pack.ts'
import { fromBase64, isSigned, sha256Hex } from '../../vocabulary/signature.ts'
import type { PackFacts, StoredPack } from '../store/packs.ts'
import { type Problem, problem } from './problem.ts'
import { parseJson } from './raw-body.ts'

type Checked<Value> = { value: Value } | { problem: Problem }

function refusal(status: number, error: string, message: string): { problem: Problem } {
  return { problem: problem(status, error, message) }
}

/** The first issues in one line: `screens.0.id: an id is kebab-case`. */
function issueLine(issues: readonly v.BaseIssue<unknown>[]): string {
  const lines = issues.slice(0, 5).map((issue) => {
    const path = v.getDotPath(issue)
    return path ? `${path}: ${issue.message}` : issue.message
  })
  return lines.join('; ')
}

/** Whether bytes are a pack that may be kept under `sha256`. */
export async function checkPack(bytes: Uint8Array, sha256: string): Promise<Checked<StoredPack>> {
  if ((await sha256Hex(bytes)) !== sha256)
    return refusal(
      422,
      'hash-mismatch',
      'The SHA-256 of the body is not the one in the address. Send the pack unchanged.',
    )
  const raw = parseJson(bytes)
  if (raw === undefined) return refusal(422, 'not-json', 'The pack is not JSON in UTF-8.')
  const pack = v.safeParse(packSchema, raw)
  if (!pack.success)
    return refusal(422, 'bad-pack', `The pack does not fit its format: ${issueLine(pack.issues)}`)
  return { value: { sha256, id: pack.output.id, version: pack.output.version, bytes } }
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
  const envelope = v.safeParse(channelEnvelopeSchema, raw)
  if (!envelope.success)
    return refusal(
      400,
      'bad-envelope',
      `The body is no signed channel file: ${issueLine(envelope.issues)}`,
    )
  const { payload, signature, key } = envelope.output
  if (!trustedKeys.includes(key))
    return refusal(
      403,
      'untrusted-key',
      'The key of this channel file is not trusted here. Start the collector with --trust and your public key.',
    )
  const bytes = fromBase64(payload)
  if (bytes.length > CHANNEL_BYTES_MAX)
    return refusal(413, 'too-large', `A channel file is at most ${CHANNEL_BYTES_MAX} bytes.`)
  if (!(await isSigned(bytes, signature, key)))
    return refusal(
      403,
      'bad-signature',
      'The signature does not fit the channel file: it was changed after it was signed. Sign and publish it again.',
    )
  const channel = v.safeParse(channelSchema, parseJson(bytes))
  if (!channel.success)
    return refusal(
      422,
      'bad-channel',
      `The channel file does not fit its format: ${issueLine(channel.issues)}`,
    )
  if (channel.output.channel !== name)
    return refusal(
      422,
      'other-channel',
      `The file is for the channel '${channel.output.channel}'. Put it there.`,
    )
  if (Date.parse(channel.output.expiresAt) <= now)
    return refusal(422, 'expired', 'The channel file has expired. Publish a fresh one.')
  return { value: channel.output }
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
