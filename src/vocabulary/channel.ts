import * as v from 'valibot'
import { identifier } from './identifier.ts'

export const CHANNEL_FORMAT = 'handrail.channel/1'
/** A channel file holds for 30 days at the longest, so that an old one can't be replayed for long. */
export const CHANNEL_LIFETIME_MS = 30 * 86_400_000
export const CHANNEL_BYTES_MAX = 256 * 1024

const moment = v.pipe(v.string(), v.isoTimestamp())
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hex'))
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

/** What is on a channel: signed as a whole, so that no pack of another time can be mixed in. */
export const channelSchema = v.pipe(
  v.strictObject({
    format: v.literal(CHANNEL_FORMAT),
    channel: identifier,
    version: whole,
    issuedAt: moment,
    expiresAt: moment,
    packs: v.pipe(
      v.array(v.strictObject({ id: identifier, version: whole, sha256, bytes: whole })),
      v.maxLength(200),
    ),
  }),
  v.check(
    ({ issuedAt, expiresAt }) =>
      Date.parse(expiresAt) > Date.parse(issuedAt) &&
      Date.parse(expiresAt) - Date.parse(issuedAt) <= CHANNEL_LIFETIME_MS,
    'a channel file ends within 30 days of its issue',
  ),
)

/** The file as served: the signed bytes themselves (base64) beside the signature over them. */
export const channelEnvelopeSchema = v.strictObject({
  payload: v.pipe(v.string(), v.base64(), v.maxLength(CHANNEL_BYTES_MAX * 2)),
  signature: v.pipe(v.string(), v.base64(), v.length(88)),
  key: v.pipe(v.string(), v.base64(), v.length(44)),
})

export type Channel = v.InferOutput<typeof channelSchema>
export type ChannelEnvelope = v.InferOutput<typeof channelEnvelopeSchema>
