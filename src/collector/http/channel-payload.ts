import * as v from 'valibot'
import { type Channel, channelEnvelopeSchema, channelSchema } from '../../vocabulary/channel.ts'
import { fromBase64 } from '../../vocabulary/signature.ts'
import { parseJson } from './raw-body.ts'

/** The channel file in an envelope that was checked when it was put; throws on any other text. */
export function readKeptChannel(envelope: string): Channel {
  const { payload } = v.parse(channelEnvelopeSchema, JSON.parse(envelope))
  return v.parse(channelSchema, parseJson(fromBase64(payload)))
}
